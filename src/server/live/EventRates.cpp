// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/EventRates.h"

#include "server/live/FigureWatches.h"
#include "server/live/FileTransfers.h"
#include "server/storage/Commands.h"
#include "server/storage/Requests.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

RateClass rateClassOf(const LiveSession &session, const QString &event, const QJsonObject &payload)
{
    if (event == "record:create"_L1)
        return RateClass::Record;
    if (isCommand(event)) {
        const auto madeAt = timeOfUuidV7(payload["id"_L1].toString());
        if (madeAt && madeAt->count() < session.connectedAt)
            return RateClass::Replay;
        return event == "message:send"_L1 ? RateClass::Message : RateClass::Command;
    }
    if (FileTransfers::knows(event))
        return RateClass::File;
    if (event != searchEvent && !isRequest(event) && !FigureWatches::knows(event))
        return RateClass::Passing;
    return event.startsWith("journal:"_L1) ? RateClass::CatchUp : RateClass::Request;
}

} // namespace frontdesk::server

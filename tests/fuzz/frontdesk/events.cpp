// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says to a client: an event's or a request's name on the first line, its arguments as JSON after it.
#include "dialect/FrontdeskCodec.h"
#include "fuzz/engineio/Input.h"

#include <QtCore/QJsonDocument>

using namespace frontdesk;
using namespace frontdesk::dialect;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::viewOf(data, size).toByteArray();
    const qsizetype end = input.indexOf('\n');
    const QByteArray name = input.left(end);
    const QJsonArray arguments = QJsonDocument::fromJson(input.mid(end + 1)).array();

    // What is refused says what is wrong with it.
    const auto check = [](const auto &result) { fuzz::require(result.ok() || !result.error().message.isEmpty()); };
    check(codec::decodeEvent(QString::fromUtf8(name), arguments));
    if (name == "journal:page")
        check(codec::decodePage(arguments));
    else if (name == "journal:snapshot")
        check(codec::decodeSnapshot(arguments));
    else if (name == "journal:fetch")
        check(codec::decodeRows(arguments));
    else if (name == "command:known")
        check(codec::decodeKnown(arguments));
    else if (name == "message:history")
        check(codec::decodeHistory(arguments));
    else if (name == "message:search")
        check(codec::decodeSearch(arguments));
    else if (name == "activity:list")
        check(codec::decodeActivities(arguments));
    else if (name == "clock:ping")
        check(codec::decodePong(arguments));
    else if (name == "refusal")
        fuzz::require(!codec::decodeRefusal(QString::fromUtf8(name), arguments.first().toObject()).message.isEmpty());
    else
        (void)codec::decodeCommandAnswer(arguments);
    return 0;
}

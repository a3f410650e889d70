// SPDX-License-Identifier: GPL-3.0-or-later
// What a client says to the server: an event's name on the first line, its payload as JSON after it; and a command on
// its way into the outbox and back.
#include "server/storage/Commands.h"

#include "domain/Command.h"
#include "domain/SearchJson.h"
#include "fuzz/engineio/Input.h"
#include "server/live/Handshake.h"
#include "server/storage/Requests.h"

#include <QtCore/QJsonDocument>

using namespace frontdesk;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::viewOf(data, size).toByteArray();
    const qsizetype end = input.indexOf('\n');
    const QString name = QString::fromUtf8(input.left(end));
    const QJsonObject payload = QJsonDocument::fromJson(input.mid(end + 1)).object();

    // What is refused says what is wrong with it.
    const auto check = [](const auto &result) {
        fuzz::require(result.ok() || (!result.error().code.isEmpty() && !result.error().message.isEmpty()));
    };
    if (server::isCommand(name))
        check(server::readCommand(name, payload));
    else if (server::isRequest(name))
        check(server::readRequest(name, payload));
    else if (name == server::searchEvent)
        check(decode(payload, search::readRequest));
    else
        check(server::readGreeting(payload));

    if (const auto body = commandFromJson(name, payload)) {
        const auto again = commandFromJson(nameOf(*body), toJson(*body));
        fuzz::require(again && *again == *body);
    }
    return 0;
}

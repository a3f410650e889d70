// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Records.h"

#include <functional>

namespace frontdesk::server {

/// A command (docs/protocol.md, 4) whose payload has been checked as far as that goes without the records.
struct Command {
    CommandId id;
    QByteArray hash; ///< of its content
    CommandBody body;
    std::function<Result<QJsonObject>(Records &, const Actor &)> apply;
};

QStringList commandNames(); ///< every event that is one
bool isCommand(const QString &event);

/// Checks a payload; any thread. `payload.invalid`, or what the command's table says.
Result<Command> readCommand(const QString &event, const QJsonObject &payload);

/// Applies a command once, however often it comes, and gives its answer `{"ok", "seq", "result"}`. Storage thread, in a
/// write.
Result<QJsonObject> execute(Records &records, const Actor &actor, const Command &command);

} // namespace frontdesk::server

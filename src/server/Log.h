// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <functional>

namespace frontdesk::server {

enum class LogLevel { Info, Warning, Error };

/// Something that an operator may want to know. Never holds passwords, tokens or what people wrote.
struct LogEntry {
    LogLevel level = LogLevel::Info;
    QString event;   ///< for programs, such as "input.refused"
    QString message; ///< for people
    QJsonObject fields;
};

/// Called from any of the server's threads.
using Logger = std::function<void(const LogEntry &)>;

/// One line without its end: as JSON (`at` in milliseconds since 1970), or for people.
QByteArray jsonLine(const LogEntry &entry, qint64 at);
QByteArray textLine(const LogEntry &entry, qint64 at);

} // namespace frontdesk::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Log.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return u"info"_s;
    case LogLevel::Warning:
        return u"warning"_s;
    case LogLevel::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray jsonLine(const LogEntry &entry, qint64 at)
{
    QJsonObject line = entry.fields;
    line.insert("at"_L1, at);
    line.insert("level"_L1, nameOf(entry.level));
    line.insert("event"_L1, entry.event);
    line.insert("message"_L1, entry.message);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

QByteArray textLine(const LogEntry &entry, qint64 at)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
    QByteArray line = u"%1 %2 %3: %4"_s.arg(time, nameOf(entry.level), entry.event, entry.message).toUtf8();
    if (!entry.fields.isEmpty())
        line += ' ' + QJsonDocument(entry.fields).toJson(QJsonDocument::Compact);
    return line.replace('\n', ' '); // what came from outside must not look like a line of its own
}

} // namespace frontdesk::server

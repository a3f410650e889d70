// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/FlightLog.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace frontdesk::connection {

namespace {

constexpr qint64 longestLine = 4096; ///< bytes; an entry takes less

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

Error failed(const QFile &file)
{
    return {QStringLiteral("storage.failed"),
            Words::tr("The connection's last 24 hours cannot be kept in %1: %2. The connection itself is not affected.")
                .arg(file.fileName(), file.errorString())};
}

bool endsInsideALine(QFile &file)
{
    char last = '\n';
    return file.size() > 0 && file.seek(file.size() - 1) && file.getChar(&last) && last != '\n';
}

void readInto(const QString &name, QVector<FlightEntry> &entries)
{
    QFile file(name);
    if (!file.open(QFile::ReadOnly))
        return;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(longestLine);
        if (const auto entry = flightEntryFrom(QJsonDocument::fromJson(line).object()))
            entries.append(*entry);
    }
}

} // namespace

FlightLog::FlightLog(QString folder, qint64 segmentBytes)
    : m_folder(std::move(folder))
    , m_segmentBytes(segmentBytes)
{
}

QString FlightLog::current() const
{
    return m_folder + QLatin1String("/flight.jsonl");
}

QString FlightLog::old() const
{
    return m_folder + QLatin1String("/flight.old.jsonl");
}

Result<Done> FlightLog::append(const QVector<FlightEntry> &entries)
{
    QByteArray lines;
    for (const FlightEntry &entry : entries)
        lines += QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact) + '\n';

    QFile file(current());
    if (file.size() + lines.size() > m_segmentBytes) {
        QFile::remove(old());
        if (file.exists() && !file.rename(old()))
            return failed(file);
        file.setFileName(current());
    }
    if (!file.open(QFile::ReadWrite | QFile::Append | QFile::Unbuffered))
        return failed(file);
    if (file.size() == 0)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (endsInsideALine(file))
        lines.prepend('\n'); // a crash or a full disk has torn the last one
    if (file.write(lines) != lines.size())
        return failed(file);
    return Done{};
}

QVector<FlightEntry> FlightLog::read(qint64 now) const
{
    QVector<FlightEntry> entries;
    readInto(old(), entries);
    readInto(current(), entries);
    qint64 latest = now;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        latest = entry->at = std::min(entry->at, latest);
    const auto first =
        std::find_if(entries.begin(), entries.end(), [&](const FlightEntry &entry) { return entry.at > now - window; });
    // The state in which the day began was entered before it.
    const auto entered = std::find_if(std::make_reverse_iterator(first), entries.rend(), [](const FlightEntry &entry) {
        return !std::holds_alternative<RoundTripMeasured>(entry.what) &&
               !std::holds_alternative<TransportTaken>(entry.what);
    });
    QVector<FlightEntry> day(first, entries.end());
    if (entered != entries.rend() && std::holds_alternative<StateEntered>(entered->what))
        day.prepend({now - window, entered->what});
    return day;
}

} // namespace frontdesk::connection

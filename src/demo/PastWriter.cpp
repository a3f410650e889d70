// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/PastWriter.h"

#include <QtCore/QDateTime>
#include <QtCore/QUuid>

#include <algorithm>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int opens = 8; ///< o'clock UTC
constexpr int closes = 17;

} // namespace

PastWriter::PastWriter(quint32 seed, qint64 now)
    : m_now(now)
    , m_random(seed)
{
}

qint64 PastWriter::atWork(qint64 at)
{
    QDate date = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date();
    date = date.addDays(-std::max(0, date.dayOfWeek() - int(Qt::Friday)));
    const QTime time(between(opens, closes - 1), between(0, 59), between(0, 59));
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
}

RecordRef PastWriter::named(RecordKind kind, const QString &name)
{
    const QUuid nameSpace(u"d2b1c8f4-0c6f-4a53-8e3b-5d0a4c1f7e92"_s);
    const QString full = nameOf(kind) + u':' + name;
    return {kind, QUuid::createUuidV5(nameSpace, full).toString(QUuid::WithoutBraces)};
}

void PastWriter::add(const UserId &author, qint64 at, CommandBody body)
{
    if (at < m_now) {
        m_commands.append({.at = at, .author = author, .body = std::move(body)});
    }
}

void PastWriter::create(const UserId &author, qint64 at, const RecordRef &record, const QJsonObject &set,
                        const ListValues &lists)
{
    add(author, at, CreateRecord{.record = record, .set = set, .lists = lists});
}

void PastWriter::change(const UserId &author, qint64 at, const RecordRef &record, const QJsonObject &set,
                        const ListChanges &lists)
{
    add(author, at, ChangeRecord{.record = record, .basis = {}, .set = set, .was = {}, .lists = lists, .resolves = {}});
}

void PastWriter::changeUnseen(const UserId &author, qint64 at, const RecordRef &record, const QJsonObject &set,
                              const QJsonObject &was)
{
    add(author, at,
        ChangeRecord{.record = record,
                     .basis = {.version = 1, .after = {}},
                     .set = set,
                     .was = was,
                     .lists = {},
                     .resolves = {}});
}

void PastWriter::note(const UserId &author, qint64 at, const RecordRef &about, const QString &text, QJsonObject more)
{
    more.insert(fields::text, text);
    more.insert(fields::about, about.text());
    create(author, at, named(RecordKind::Note, about.text() + u' ' + QString::number(at)), more);
}

QVector<PastCommand> PastWriter::finished()
{
    std::stable_sort(m_commands.begin(), m_commands.end(),
                     [](const PastCommand &a, const PastCommand &b) { return a.at < b.at; });
    return std::exchange(m_commands, {});
}

QString dayText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date().toString(Qt::ISODate);
}

} // namespace frontdesk::demo

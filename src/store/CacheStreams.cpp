// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheStreams.h"

namespace frontdesk::store {

CacheStreams::CacheStreams(Database &database, const QString &prefix)
    : m_known(database, QStringLiteral("SELECT n FROM %1streams WHERE stream=?").arg(prefix))
    , m_set(database, QStringLiteral("INSERT INTO %1streams(stream, n) VALUES(?, ?)"
                                     " ON CONFLICT(stream) DO UPDATE SET n=excluded.n")
                          .arg(prefix))
    , m_remove(database, QStringLiteral("DELETE FROM %1streams WHERE stream=?").arg(prefix))
    , m_all(database, QStringLiteral("SELECT stream, n FROM %1streams").arg(prefix))
{
}

std::optional<qint64> CacheStreams::known(const QString &stream)
{
    const auto held = m_held.constFind(stream);
    if (held != m_held.constEnd())
        return held->n;
    return m_held.insert(stream, {m_known.first([](const Row &row) { return row.number(0); }, stream), false})->n;
}

void CacheStreams::begin()
{
    m_held.clear();
}

void CacheStreams::set(const QString &stream, qint64 n)
{
    m_held.insert(stream, {n, true});
}

void CacheStreams::settle()
{
    for (auto held = m_held.constBegin(); held != m_held.constEnd(); ++held)
        if (held->changed)
            m_set.run(held.key(), *held->n);
    m_held.clear();
}

void CacheStreams::remove(const QString &stream)
{
    m_held.insert(stream, {});
    m_remove.run(stream);
}

QHash<QString, qint64> CacheStreams::all()
{
    QHash<QString, qint64> numbers;
    m_all.each([&](const Row &row) { numbers.insert(row.text(0), row.number(1)); });
    return numbers;
}

CacheHoles::CacheHoles(Database &database)
    : m_add(database, QStringLiteral("INSERT INTO holes(stream, first, last, version) VALUES(?, ?, ?, ?)"))
    , m_overlapping(database, QStringLiteral("SELECT first, last, version FROM holes WHERE stream=? AND first<=?"
                                             " AND last>=?"))
    , m_remove(database, QStringLiteral("DELETE FROM holes WHERE stream=? AND first=?"))
    , m_clear(database, QStringLiteral("DELETE FROM holes"))
    , m_all(database, QStringLiteral("SELECT stream, first, last FROM holes ORDER BY stream, first"))
    , m_version(database, QStringLiteral("SELECT version FROM holes WHERE stream=? ORDER BY version LIMIT 1"))
{
}

void CacheHoles::add(const QString &stream, qint64 from, qint64 to, qint64 version)
{
    m_add.run(stream, from, to, version);
}

bool CacheHoles::close(const QString &stream, qint64 from, qint64 to)
{
    struct Found {
        qint64 first = 0;
        qint64 last = 0;
        qint64 version = 0;
    };
    QVector<Found> overlapping;
    m_overlapping.each(
        [&](const Row &row) {
            overlapping.append({row.number(0), row.number(1), row.number(2)});
        },
        stream, to, from);
    for (const auto &[first, last, version] : std::as_const(overlapping)) {
        m_remove.run(stream, first);
        if (first < from)
            add(stream, first, from - 1, version);
        if (last > to)
            add(stream, to + 1, last, version);
    }
    return !overlapping.isEmpty();
}

void CacheHoles::clear()
{
    m_clear.run();
}

QVector<Ledger::Hole> CacheHoles::all()
{
    QVector<Ledger::Hole> holes;
    m_all.each([&](const Row &row) { holes.append({row.text(0), row.number(1), row.number(2)}); });
    return holes;
}

std::optional<qint64> CacheHoles::versionBefore(const QString &stream)
{
    return m_version.first([](const Row &row) { return row.number(0); }, stream);
}

} // namespace frontdesk::store

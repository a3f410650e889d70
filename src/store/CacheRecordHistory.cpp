// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheRecordHistory.h"

#include "domain/EventJson.h"
#include "domain/Json.h"
#include "store/JsonText.h"

namespace frontdesk::store {

namespace {

constexpr QLatin1String added("record:added");
constexpr QLatin1String changed("record:changed");

/// The columns seq, stream, at, actor, event and payload.
DecodedRow rowFrom(const Row &row)
{
    return decodeRow({.seq = row.number(0),
                      .stream = row.text(1),
                      .n = 0,
                      .mark = {},
                      .at = row.number(2),
                      .actor = UserId(row.text(3)),
                      .event = row.text(4),
                      .payload = jsonObject(row.text(5))});
}

} // namespace

CacheRecordHistory::CacheRecordHistory(Database &database, const QString &prefix)
    : m_keep(database, QStringLiteral("INSERT OR IGNORE INTO %1record_rows(seq, record, stream, at, actor, event,"
                                      " payload) VALUES(?, ?, ?, ?, ?, ?, ?)")
                           .arg(prefix))
    , m_belong(database, QStringLiteral("INSERT OR IGNORE INTO %1record_history(record, seq) VALUES(?, ?)").arg(prefix))
    , m_belongToo(database,
                  QStringLiteral("INSERT OR IGNORE INTO %1record_history(record, seq)"
                                 " SELECT ?, h.seq FROM %1record_history h JOIN %1record_rows r ON r.seq=h.seq"
                                 " WHERE h.record=? AND r.record=h.record")
                      .arg(prefix))
    , m_first(database, QStringLiteral("SELECT seq, at FROM %1record_rows ORDER BY seq LIMIT ?").arg(prefix))
    , m_removeUpTo(database, QStringLiteral("DELETE FROM %1record_rows WHERE seq<=?").arg(prefix))
    , m_removeBelonging(database, QStringLiteral("DELETE FROM %1record_history WHERE seq<=?").arg(prefix))
    , m_before(database, QStringLiteral("SELECT r.seq, r.stream, r.at, r.actor, r.event, r.payload"
                                        " FROM %1record_history h JOIN %1record_rows r ON r.seq=h.seq"
                                        " WHERE h.record=? AND h.seq<? ORDER BY h.seq DESC LIMIT ?")
                             .arg(prefix))
    , m_between(database, QStringLiteral("SELECT seq, stream, at, actor, event, payload FROM %1record_rows"
                                         " WHERE seq>? AND seq<=? AND substr(record, 1, length(?))=? ORDER BY seq")
                              .arg(prefix))
    , m_forgetEverywhere(database, QStringLiteral("DELETE FROM %1record_history WHERE seq IN"
                                                  " (SELECT seq FROM %1record_rows WHERE record=?)")
                                       .arg(prefix))
    , m_forgetRows(database, QStringLiteral("DELETE FROM %1record_rows WHERE record=?").arg(prefix))
    , m_forgetBelonging(database, QStringLiteral("DELETE FROM %1record_history WHERE record=?").arg(prefix))
{
}

void CacheRecordHistory::add(const RecordRef &record, const DecodedRow &row, const QVector<RecordRef> &histories)
{
    const auto *creation = std::get_if<RecordAdded>(&row.event);
    const auto *change = std::get_if<RecordChanged>(&row.event);
    if (!creation && !change)
        return;
    m_keep.run(row.row.seq, record.text(), row.row.stream, row.row.at, row.row.actor, creation ? added : changed,
               jsonText(creation ? toJson(creation->state) : toJson(*change)));
    for (const RecordRef &history : histories)
        m_belong.run(history.text(), row.row.seq);
}

void CacheRecordHistory::addTo(const RecordRef &record, const QVector<RecordRef> &histories)
{
    for (const RecordRef &history : histories)
        m_belongToo.run(history.text(), record.text());
}

void CacheRecordHistory::forget(const RecordRef &record)
{
    m_forgetEverywhere.run(record.text());
    m_forgetRows.run(record.text());
    m_forgetBelonging.run(record.text());
}

int CacheRecordHistory::removeFirst(qint64 before, int limit)
{
    std::optional<qint64> last;
    m_first.eachWhile(
        [&](const Row &row) {
            const bool goes = row.number(1) < before;
            if (goes)
                last = row.number(0);
            return goes;
        },
        limit);
    if (!last)
        return 0;
    m_removeBelonging.run(*last);
    return m_removeUpTo.run(*last);
}

QVector<DecodedRow> CacheRecordHistory::before(const RecordRef &record, qint64 seq, int limit)
{
    QVector<DecodedRow> rows;
    m_before.each([&](const Row &row) { rows.append(rowFrom(row)); }, record.text(), seq, limit);
    return rows;
}

QVector<DecodedRow> CacheRecordHistory::between(RecordKind kind, qint64 after, qint64 upTo)
{
    const QString prefix = nameOf(kind) + u':';
    QVector<DecodedRow> rows;
    m_between.each([&](const Row &row) { rows.append(rowFrom(row)); }, after, upTo, prefix, prefix);
    return rows;
}

} // namespace frontdesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/JournalReader.h"

#include "server/storage/JsonColumn.h"
#include "server/storage/SeenRecords.h"

#include <QtCore/QJsonDocument>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

// The most seqs (of activities: the most of these) one page looks through: a user who sees little of a long journal
// must not hold up the others.
constexpr qint64 scanned = 20'000;

// A latest-only row is rewritten with a later seq, so a row's mark is that of the transaction which holds its seq now.
#define MARK "(SELECT mark FROM transactions t WHERE t.last_seq >= j.seq ORDER BY t.last_seq LIMIT 1)"
#define ROW_COLUMNS "j.seq, j.stream, j.n, " MARK ", j.at, j.actor, j.event, j.payload"
#define KEPT_COLUMNS                                                                                                   \
    "j.seq, j.n, CAST(json_object('seq', j.seq, 'stream', j.stream, 'mark', " MARK ", 'at', j.at, 'actor', j.actor, "  \
    "'event', j.event) AS BLOB), CAST(j.payload AS BLOB)"
#define VISIBLE                                                                                                        \
    "EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = ? AND m.stream = j.stream AND m.from_seq <= j.seq "         \
    "AND (m.to_seq IS NULL OR m.to_seq >= j.seq))"

// What is told of a record goes where the record is now: its stream of then does not say who sees it.
#define OF_RECORDS "(j.stream = 'records' OR j.stream GLOB 'records:*')"
#define ACTIVITYS_RECORD                                                                                               \
    "CASE json_extract(j.payload, '$.object.type') WHEN 'Profile' THEN 'contact:' WHEN 'Organization' THEN "           \
    "'company:' ELSE 'deal:' END || json_extract(j.payload, '$.object.id')"
#define ACTIVITY_IS_SEEN "CASE WHEN " OF_RECORDS " THEN " RECORD_IS_SEEN(ACTIVITYS_RECORD) " ELSE " VISIBLE " END"

QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

JournalRow rowFrom(const Rows &rows)
{
    return {.seq = rows.integer(0),
            .stream = rows.text(1),
            .n = rows.integer(2),
            .mark = rows.text(3),
            .at = rows.integer(4),
            .actor = UserId(rows.text(5)),
            .event = rows.text(6),
            .payload = parsed(rows.text(7))};
}

/// `head`: a JSON object with all but the number and the payload.
QByteArray toldRow(QByteArray head, qint64 n, const QByteArray &payload)
{
    head.chop(1); // the bracket that closes it
    if (n > 0)
        head += ",\"n\":" + QByteArray::number(n);
    return head + ",\"payload\":" + payload + '}';
}

/// Takes KEPT_COLUMNS until one of the limits is reached; true when it stopped before the last one.
bool take(Rows &rows, PageLimit limit, QVector<KeptRow> &taken)
{
    qint64 units = 0;
    while (rows.next()) {
        const QByteArray payload = rows.bytes(3);
        units += payload.size();
        if (!taken.isEmpty() && (taken.size() >= limit.rows || units > limit.units))
            return true;
        taken.append({rows.integer(0), toldRow(rows.bytes(2), rows.integer(1), payload)});
    }
    return false;
}

} // namespace

QString nameOf(JournalState state)
{
    switch (state) {
    case JournalState::Current:
        return u"current"_s;
    case JournalState::Behind:
        return u"behind"_s;
    case JournalState::Fresh:
        return u"fresh"_s;
    case JournalState::Epoch:
        return u"epoch"_s;
    case JournalState::Expired:
        return u"expired"_s;
    case JournalState::Rewound:
        return u"rewound"_s;
    }
    Q_UNREACHABLE();
}

QVector<JournalRow> rowsBetween(Database &database, qint64 after, qint64 upTo)
{
    Rows rows = database.run(
        QStringLiteral("SELECT " ROW_COLUMNS " FROM journal j WHERE j.seq > ? AND j.seq <= ? ORDER BY j.seq"),
        {after, upTo});
    QVector<JournalRow> all;
    while (rows.next())
        all.append(rowFrom(rows));
    return all;
}

JournalState JournalReader::stateOf(const UserId &user, const std::optional<Cursor> &cursor)
{
    if (!cursor)
        return JournalState::Fresh;
    if (cursor->epoch != m_journal.epoch())
        return JournalState::Epoch;
    if (cursor->seq > m_journal.head() || markAt(cursor->seq) != cursor->mark)
        return JournalState::Rewound;
    const qint64 floor = m_database.number(u"SELECT max(CAST(value AS INTEGER), coalesce((SELECT floor FROM users "
                                           "WHERE id = ?), 0)) FROM meta WHERE key = 'floor'"_s,
                                           {user.text()});
    if (cursor->seq < floor)
        return JournalState::Expired;
    return cursor->seq == m_journal.head() ? JournalState::Current : JournalState::Behind;
}

JournalPage JournalReader::page(const UserId &user, qint64 cursor, PageLimit limit)
{
    const qint64 end = std::min(m_journal.head(), cursor + scanned);
    Rows rows = m_database.run(QStringLiteral("SELECT " KEPT_COLUMNS " FROM journal j WHERE j.seq > ? AND j.seq <= ? "
                                              "AND " VISIBLE " ORDER BY j.seq LIMIT ?"),
                               {cursor, end, user.text(), limit.rows + 1});
    JournalPage page;
    const bool cut = take(rows, limit, page.rows);
    page.upTo = cut ? page.rows.last().seq : std::max(end, cursor);
    page.more = page.upTo < m_journal.head();
    page.mark = markAt(page.upTo);
    return page;
}

QVector<KeptRow> JournalReader::fetch(const UserId &user, const QString &stream, qint64 from, qint64 to,
                                      PageLimit limit)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " KEPT_COLUMNS " FROM journal j WHERE j.stream = ? AND j.n >= ? "
                                              "AND j.n <= ? AND " VISIBLE " ORDER BY j.n"),
                               {stream, from, to, user.text()});
    QVector<KeptRow> taken;
    take(rows, limit, taken);
    return taken;
}

JournalReader::History JournalReader::history(const UserId &user, const RecordRef &record, qint64 before,
                                              PageLimit limit)
{
    Rows rows = m_database.run(
        QStringLiteral("SELECT " KEPT_COLUMNS " FROM record_rows r JOIN journal j ON j.seq = r.seq "
                       "WHERE r.record = ? AND r.seq < ? AND CASE WHEN " OF_RECORDS " THEN " RECORD_IS_SEEN(
                           "json_extract(j.payload, '$.record')") " ELSE " VISIBLE " END ORDER BY r.seq DESC LIMIT ?"),
        {record.text(), before, user.text(), user.text(), limit.rows + 1});
    History history;
    history.more = take(rows, limit, history.rows);
    return history;
}

JournalReader::Activities JournalReader::activities(const UserId &user, qint64 before, int limit)
{
    Activities found;
    // Clients take an answer without any for the end, so it is looked on until there is one.
    for (qint64 end = std::min(before, m_journal.head() + 1); end > 0 && found.items.isEmpty();) {
        const qint64 begin = m_database.number(
            u"SELECT seq FROM journal WHERE event = 'activity:new' AND seq < ? ORDER BY seq DESC LIMIT 1 OFFSET ?"_s,
            {end, scanned - 1}, 0);
        Rows rows = m_database.run(
            QStringLiteral("SELECT j.payload FROM journal j WHERE j.event = 'activity:new' AND j.seq < ? "
                           "AND j.seq >= ? AND " ACTIVITY_IS_SEEN " ORDER BY j.seq DESC LIMIT ?"),
            {end, begin, user.text(), user.text(), limit + 1});
        found.more = begin > 0;
        while (rows.next()) {
            if (found.items.size() == limit) {
                found.more = true;
                break;
            }
            found.items.append(parsed(rows.text(0)));
        }
        end = begin;
    }
    return found;
}

JournalReader::Changes JournalReader::changes(const AuditQuery &query, qint64 before, PageLimit limit)
{
    const QVector<RecordKind> kinds = recordKindsOf(query.part);
    const qint64 end = std::min(before, m_journal.head() + 1);
    const qint64 begin = std::max<qint64>(end - scanned, 0);
    // What is older than all that is asked for need not be looked at; a day, as clocks are set back at times.
    constexpr qint64 day = std::chrono::milliseconds(std::chrono::hours(24)).count();
    const qint64 newest = m_database.number(u"SELECT at FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT 1"_s, {end});
    if (kinds.isEmpty() || newest + day < query.from)
        return {};
    QJsonArray names;
    for (const RecordKind kind : kinds)
        names.append(nameOf(kind));
    Rows rows = m_database.run(
        QStringLiteral("SELECT " KEPT_COLUMNS " FROM journal j WHERE j.seq < ? AND j.seq >= ? "
                       "AND j.event IN ('record:added', 'record:changed') AND (? = '' OR j.actor = ?) "
                       "AND j.at >= ? AND j.at < ? AND EXISTS (SELECT 1 FROM json_each(?) k "
                       "WHERE json_extract(j.payload, '$.record') GLOB k.value || ':*') ORDER BY j.seq DESC LIMIT ?"),
        {end, begin, query.actor.text(), query.actor.text(), query.from,
         query.to.value_or(std::numeric_limits<qint64>::max()), jsonText(names), limit.rows + 1});
    Changes changes;
    const bool cut = take(rows, limit, changes.rows);
    changes.lookedDownTo = cut ? changes.rows.last().seq : begin;
    return changes;
}

QString JournalReader::markAt(qint64 seq)
{
    if (seq == 0)
        return {};
    Rows rows = m_database.run(u"SELECT mark FROM transactions WHERE last_seq >= ? ORDER BY last_seq LIMIT 1"_s, {seq});
    return rows.next() ? rows.text(0) : QString();
}

} // namespace frontdesk::server

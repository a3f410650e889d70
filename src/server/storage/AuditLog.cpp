// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/AuditLog.h"

#include "server/storage/JsonColumn.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int forgottenAtOnce = 10; // entries with each that is written

} // namespace

void AuditLog::append(const UserId &actor, qint64 now, const QString &event, const QJsonObject &payload)
{
    m_database.run(u"INSERT INTO audit (seq, at, actor, event, payload) VALUES (?, ?, ?, ?, ?)"_s,
                   {m_journal.head(), now, actor.text(), event, jsonText(payload)});
    forgetOld(now);
}

void AuditLog::appendRefusal(const QString &name, const QString &address, qint64 now)
{
    m_database.run(u"UPDATE audit SET payload = json_set(payload, '$.times', json_extract(payload, '$.times') + 1) "
                   "WHERE id = (SELECT max(id) FROM audit WHERE event = 'session:refused' "
                   "AND json_extract(payload, '$.name') = ?) AND at > ? AND json_extract(payload, '$.address') = ?"_s,
                   {name, now - std::chrono::milliseconds(together).count(), address});
    if (m_database.changed() == 0)
        append(UserId(), now, u"session:refused"_s, {{u"name"_s, name}, {u"address"_s, address}, {u"times"_s, 1}});
}

void AuditLog::forgetOld(qint64 now)
{
    m_database.run(u"DELETE FROM audit WHERE id IN (SELECT id FROM audit ORDER BY id LIMIT ?) AND at < ?"_s,
                   {forgottenAtOnce, now - std::chrono::milliseconds(keptFor).count()});
}

std::optional<AuditLog::Place> AuditLog::placeFrom(const QString &text)
{
    if (text.isEmpty())
        return Place{};
    const QStringList parts = text.split(u'.');
    bool isSeq = false;
    bool isEntry = false;
    const Place place{parts.value(0).toLongLong(&isSeq), parts.value(1).toLongLong(&isEntry)};
    return parts.size() == 2 && isSeq && isEntry ? std::optional(place) : std::nullopt;
}

QVector<AuditLog::Entry> AuditLog::entries(const AuditQuery &query, const Place &place, qint64 fromSeq, int limit)
{
    if (query.part != AuditPart::All && query.part != AuditPart::Access)
        return {};
    Rows rows = m_database.run(u"SELECT id, seq, CAST(json_object('seq', seq, 'n', id, 'stream', 'audit', 'mark', '', "
                               u"'at', at, 'actor', actor, 'event', "
                               "event, 'payload', json(payload)) AS BLOB) FROM audit WHERE id < ? AND seq >= ? "
                               "AND (? = '' OR actor = ?) AND at >= ? AND at < ? ORDER BY id DESC LIMIT ?"_s,
                               {place.beforeEntry, fromSeq, query.actor.text(), query.actor.text(), query.from,
                                query.to.value_or(std::numeric_limits<qint64>::max()), limit});
    QVector<Entry> entries;
    while (rows.next())
        entries.append({rows.integer(0), {rows.integer(1), rows.bytes(2)}});
    return entries;
}

Result<AuditLog::Page> AuditLog::page(const AuditQuery &query, const QString &start, PageLimit limit)
{
    const auto from = placeFrom(start);
    if (!from)
        return Error{.code = u"payload.invalid"_s,
                     .message = u"The field \"before\" is no place of this log."_s,
                     .detail = {{u"field"_s, u"before"_s}}};
    const JournalReader::Changes changes = m_reader.changes(query, from->beforeSeq, limit);
    const QVector<Entry> written = entries(query, *from, changes.lookedDownTo, limit.rows);

    // Both newest first; an entry stands after the row that it names.
    Page page;
    Place place{std::min(from->beforeSeq, m_journal.head() + 1),
                std::min(from->beforeEntry, m_database.number(u"SELECT max(id) FROM audit"_s) + 1)};
    qsizetype row = 0;
    qsizetype entry = 0;
    while (page.rows.size() < limit.rows && (row < changes.rows.size() || entry < written.size())) {
        const bool isEntry =
            entry < written.size() && (row == changes.rows.size() || written[entry].row.seq >= changes.rows[row].seq);
        page.rows.append(isEntry ? written[entry].row : changes.rows[row]);
        if (isEntry)
            place.beforeEntry = written[entry++].id;
        else
            place.beforeSeq = changes.rows[row++].seq;
    }
    const bool allTaken = row == changes.rows.size() && entry == written.size() && written.size() < limit.rows;
    if (allTaken)
        place.beforeSeq = std::min(place.beforeSeq, changes.lookedDownTo);
    if (!allTaken || changes.lookedDownTo > 0)
        page.next = u"%1.%2"_s.arg(place.beforeSeq).arg(place.beforeEntry);
    return page;
}

} // namespace frontdesk::server

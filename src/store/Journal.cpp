// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Journal.h"

#include "domain/EventJson.h"
#include "domain/Json.h"
#include "store/JsonText.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::store {

namespace {

/// The conversation of a stream "conversation:ID"; empty for other streams.
ConversationId conversationOf(const QString &stream)
{
    static const QString prefix = streamOf(ConversationId());
    return stream.startsWith(prefix) ? ConversationId(stream.mid(prefix.size())) : ConversationId();
}

} // namespace

Journal::Journal(Database &database, CacheMeta &meta, CacheTables &tables, CacheHoles &holes)
    : m_meta(meta)
    , m_tables(tables)
    , m_holes(holes)
    , m_keep(database,
             QStringLiteral("INSERT OR REPLACE INTO unknown_rows(seq, stream, n, mark, at, actor, event, payload)"
                            " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"))
    , m_kept(database, QStringLiteral("SELECT seq, stream, n, mark, at, actor, event, payload FROM unknown_rows"
                                      " ORDER BY seq"))
    , m_forgetKept(database, QStringLiteral("DELETE FROM unknown_rows WHERE seq=?"))
    , m_countKept(database, QStringLiteral("SELECT count(*) FROM unknown_rows"))
    , m_clearKept(database, QStringLiteral("DELETE FROM unknown_rows"))
    , m_skip(database, QStringLiteral("INSERT INTO outside(conversation, n) VALUES(?, ?)"
                                      " ON CONFLICT(conversation) DO UPDATE SET n=max(n, excluded.n)"))
    , m_leave(database, QStringLiteral("INSERT INTO outside(conversation, left_seq) VALUES(?, ?)"
                                       " ON CONFLICT(conversation) DO UPDATE"
                                       " SET left_seq=max(left_seq, excluded.left_seq)"))
    , m_outside(database, QStringLiteral("SELECT left_seq, n FROM outside WHERE conversation=?"))
    , m_comeIn(database, QStringLiteral("DELETE FROM outside WHERE conversation=?"))
    , m_clearOutside(database, QStringLiteral("DELETE FROM outside"))
{
}

void Journal::apply(const JournalBatch &batch, Changes &changes)
{
    Cursor cursor = m_meta.cursor();
    if (cursor.seq != batch.after)
        throw StorageFailure{
            {codes::cursorMismatch, QCoreApplication::translate("Store", "Rows after %1 do not follow the cursor %2.")
                                        .arg(batch.after)
                                        .arg(cursor.seq)}};
    for (const DecodedRow &row : batch.rows)
        take(row, changes);
    cursor.seq = batch.upTo;
    if (!batch.mark.isEmpty())
        cursor.mark = batch.mark;
    m_meta.setCursor(cursor);
}

void Journal::fill(const Ledger::Hole &range, const QVector<DecodedRow> &rows, Changes &changes)
{
    for (const DecodedRow &row : rows)
        take(row, changes);
    m_holes.close(range.stream, range.from, range.to);
}

void Journal::take(const DecodedRow &row, Changes &changes)
{
    // What is told of a conversation in the transaction that lets one enter comes before the entry.
    const bool isActivity = std::holds_alternative<ActivityAdded>(row.event);
    if (count(row.row, changes) || isActivity)
        change(row, changes);
}

bool Journal::count(const JournalRow &row, Changes &changes)
{
    const std::optional<qint64> known = m_tables.streams.known(row.stream);
    if (!known) {
        if (const ConversationId conversation = conversationOf(row.stream); !conversation.isEmpty()) {
            // Not a member, or the entry is missing: remembered, so that the entry names what came before it as a hole.
            if (row.n > 0)
                m_skip.run(conversation, row.n);
            return false;
        }
    }
    if (row.n == 0)
        return true; // only the latest counts, and its own rule says which that is
    const qint64 last = known.value_or(0);
    if (row.n <= last)
        return m_holes.close(row.stream, row.n, row.n);
    if (row.n > last + 1)
        miss(row.stream, last + 1, row.n - 1, changes);
    m_tables.streams.set(row.stream, row.n);
    return true;
}

void Journal::miss(const QString &stream, qint64 from, qint64 to, Changes &changes)
{
    changes.holes = true;
    if (isRecordsStream(stream)) {
        m_holes.add(stream, from, to, 0); // it is about many records, and each knows what it misses
        return;
    }
    const ConversationId conversation = conversationOf(stream);
    const std::optional<User> me = m_meta.me();
    m_holes.add(stream, from, to,
                newestVersion(conversation.isEmpty() ? recordOf(me ? me->id : UserId()) : recordOf(conversation)));
}

qint64 Journal::newestVersion(const RecordRef &record)
{
    if (record.kind == RecordKind::Person) {
        const std::optional<User> user = m_tables.users.find(UserId(record.id));
        return user ? user->version : 0;
    }
    const std::optional<Conversation> conversation = m_tables.conversations.find(ConversationId(record.id));
    return conversation ? conversation->version : 0;
}

qint64 Journal::seenVersion(const RecordRef &record)
{
    if (isCrm(record.kind))
        return m_tables.records.seenVersion(record);
    const QString stream = record.kind == RecordKind::Person ? workspaceStream() : streamOf(ConversationId(record.id));
    return std::min(newestVersion(record), m_holes.versionBefore(stream).value_or(std::numeric_limits<qint64>::max()));
}

void Journal::change(const DecodedRow &row, Changes &changes)
{
    std::visit([&](const auto &event) { on(event, row.row, changes); }, row.event);
}

void Journal::on(const UnknownEvent &, const JournalRow &row, Changes &)
{
    m_keep.run(row.seq, row.stream, row.n, row.mark, row.at, row.actor, row.event, jsonText(row.payload));
}

void Journal::on(const UserAdded &event, const JournalRow &row, Changes &changes)
{
    m_tables.users.put(event.user, row.seq);
    changes.users = true;
}

void Journal::on(const ConversationEntered &event, const JournalRow &row, Changes &changes)
{
    const ConversationId &id = event.state.conversation.id;
    const QString stream = streamOf(id);
    const auto [left, skipped] =
        m_outside.first([](const Row &found) { return std::pair(found.number(0), found.number(1)); }, id)
            .value_or(std::pair<qint64, qint64>());
    const qint64 n = event.state.n;
    if (row.seq < left || m_tables.streams.known(stream).value_or(-1) >= n)
        return; // left again since, or in the cache already with more (a snapshot read later than its cursor)
    m_tables.enter(event.state, row.seq);
    m_comeIn.run(id);
    m_holes.close(stream, 1, n);
    if (skipped > n) {
        miss(stream, n + 1, skipped, changes);
        m_tables.streams.set(stream, skipped);
    }
    changes.conversations.insert(id);
    changes.activities = true;
    changes.conflicts = true;
}

void Journal::on(const ConversationLeft &event, const JournalRow &row, Changes &changes)
{
    const ConversationId &id = event.conversation;
    if (m_tables.conversations.enteredAt(id).value_or(0) > row.seq)
        return;
    const QString stream = streamOf(id);
    m_leave.run(id, row.seq);
    m_tables.conversations.remove(id);
    m_tables.messages.removeOf(id);
    m_tables.conflicts.removeOf(recordOf(id));
    m_tables.activities.removeOf(stream);
    m_tables.streams.remove(stream);
    m_holes.close(stream, 1, std::numeric_limits<qint64>::max());
    changes.conversations.insert(id);
    changes.activities = true;
    changes.conflicts = true;
}

void Journal::on(const ConversationCreated &, const JournalRow &, Changes &)
{
    // A conversation comes into the cache by its entry, which brings its state; this row only has its number in the
    // stream.
}

void Journal::on(const RecordAdded &event, const JournalRow &row, Changes &changes)
{
    const RecordRef &record = event.state.record;
    if (isOver(record, row))
        return;
    const bool isNew = !m_tables.records.isKnown(record);
    m_tables.records.put(event.state, row.seq);
    const QVector<RecordRef> named = m_tables.records.namedBy(record);
    remember(record, {row, event}, named, changes);
    if (isNew)
        m_tables.history.addTo(record, named); // what came about it before did not know yet what it names
}

void Journal::on(const RecordEntered &event, const JournalRow &row, Changes &changes)
{
    const RecordRef &record = event.state.record;
    if (isOver(record, row))
        return;
    if (!m_tables.records.isKnown(record))
        m_tables.history.forget(record); // its history begins here: what came meanwhile is on the server only
    m_tables.records.enter(event.state, row.seq);
    for (const Conflict &conflict : event.conflicts)
        m_tables.conflicts.open(conflict);
    noteChanged(record, changes);
}

void Journal::on(const RecordLeft &event, const JournalRow &row, Changes &changes)
{
    if (m_tables.streams.known(event.to))
        return; // it is told there from here on
    const QVector<RecordRef> named = m_tables.records.namedBy(event.record);
    m_tables.records.leave(event.record, row.seq);
    if (m_tables.records.isKnown(event.record))
        return;
    m_tables.history.forget(event.record);
    m_tables.conflicts.removeOf(event.record);
    m_tables.activities.removeAbout(event.record);
    for (const RecordRef &history : named)
        changes.records.insert(history);
    noteChanged(event.record, changes);
}

void Journal::noteChanged(const RecordRef &record, Changes &changes)
{
    for (const RecordRef &named : m_tables.records.namedBy(record))
        changes.records.insert(named);
    changes.records.insert(record);
    changes.conflicts = true;
    changes.activities = true;
}

bool Journal::isOver(const RecordRef &record, const JournalRow &row)
{
    return isCrm(record.kind) && m_tables.records.hasLeftSince(record, row.seq);
}

void Journal::remember(const RecordRef &record, const DecodedRow &row, QVector<RecordRef> histories, Changes &changes)
{
    histories.append(record);
    m_tables.history.add(record, row, histories);
    for (const RecordRef &history : std::as_const(histories))
        changes.records.insert(history);
}

void Journal::on(const RecordChanged &event, const JournalRow &row, Changes &changes)
{
    if (isOver(event.record, row))
        return;
    if (isCrm(event.record.kind)) {
        const QVector<RecordRef> before = m_tables.records.namedBy(event.record);
        m_tables.records.change(event, row.seq, row.at);
        remember(event.record, {row, event}, before + m_tables.records.namedBy(event.record), changes);
        return;
    }
    if (event.record.kind == RecordKind::Person) {
        m_tables.users.change(event, row.seq);
        changes.users = true;
        return;
    }
    m_tables.conversations.change(event, row.seq);
    changes.conversations.insert(ConversationId(event.record.id));
}

void Journal::on(const ConflictOpened &event, const JournalRow &row, Changes &changes)
{
    Conflict conflict = event.conflict;
    if (isOver(conflict.record, row))
        return;
    conflict.seq = row.seq;
    m_tables.conflicts.open(conflict);
    if (isCrm(conflict.record.kind))
        changes.records.insert(conflict.record);
    changes.conflicts = true;
}

void Journal::on(const ConflictClosed &event, const JournalRow &row, Changes &changes)
{
    m_tables.conflicts.close(event.conflict, event.field, event.record, row.seq);
    if (isCrm(event.record.kind))
        changes.records.insert(event.record);
    changes.conflicts = true;
}

void Journal::on(const MessageAdded &event, const JournalRow &, Changes &changes)
{
    m_tables.messages.put(event.message);
    m_tables.conversations.reach(event.message.conversation, event.message.number);
    changes.conversations.insert(event.message.conversation);
}

void Journal::on(const MessageEdited &event, const JournalRow &row, Changes &changes)
{
    m_tables.messages.edit(event, row.seq);
    changes.conversations.insert(event.conversation);
    changes.edited.insert(event.message);
}

void Journal::on(const ReadMoved &event, const JournalRow &, Changes &changes)
{
    m_tables.conversations.moveRead(event.conversation, event.user, event.number);
    changes.conversations.insert(event.conversation);
}

void Journal::on(const OwnValueChanged &event, const JournalRow &row, Changes &changes)
{
    m_tables.own.put({event.key, event.value, row.seq});
    changes.own = true;
}

void Journal::on(const ActivityAdded &event, const JournalRow &, Changes &changes)
{
    m_tables.activities.put(event.activity);
    changes.activities = true;
}

void Journal::applyKept()
{
    QVector<DecodedRow> rows;
    m_kept.each([&](const Row &row) {
        rows.append(decodeRow({.seq = row.number(0),
                               .stream = row.text(1),
                               .n = row.number(2),
                               .mark = row.text(3),
                               .at = row.number(4),
                               .actor = UserId(row.text(5)),
                               .event = row.text(6),
                               .payload = jsonObject(row.text(7))}));
    });
    Changes changes; // nobody is looking yet
    for (const DecodedRow &row : std::as_const(rows)) {
        if (std::holds_alternative<UnknownEvent>(row.event))
            continue;
        const ConversationId conversation = conversationOf(row.row.stream);
        if (conversation.isEmpty() || m_tables.conversations.enteredAt(conversation))
            change(row, changes);
        m_forgetKept.run(row.row.seq);
    }
}

qint64 Journal::keptRows()
{
    return m_countKept.number();
}

void Journal::clear()
{
    m_clearKept.run();
    m_clearOutside.run();
    m_holes.clear();
}

} // namespace frontdesk::store

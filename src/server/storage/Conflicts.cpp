// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Conflicts.h"

#include "domain/Json.h"
#include "server/storage/JsonColumn.h"
#include "server/storage/SeenRecords.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

QVector<Conflict> Conflicts::read(const QString &condition, const QVariantList &values)
{
    Rows rows = m_database.run(u"SELECT id, record, field, wanted, author, at, kept, kept_author, kept_at, before, seq "
                               "FROM conflicts WHERE closed = 0 AND "_s +
                                   condition,
                               values);
    QVector<Conflict> conflicts;
    while (rows.next())
        conflicts.append({.id = ConflictId(rows.text(0)),
                          .record = RecordRef::from(rows.text(1)).value_or(RecordRef{}),
                          .field = rows.text(2),
                          .wanted = {jsonValue(rows.text(3)), UserId(rows.text(4)), rows.integer(5)},
                          .kept = {jsonValue(rows.text(6)), UserId(rows.text(7)), rows.integer(8)},
                          .before = jsonValue(rows.text(9)),
                          .seq = rows.integer(10)});
    return conflicts;
}

QVector<Conflict> Conflicts::of(const RecordRef &record)
{
    return read(u"record = ? ORDER BY seq"_s, {record.text()});
}

QVector<Conflict> Conflicts::besidesConversations(const UserId &user, const ConflictId &after, int limit)
{
    return read(QStringLiteral("NOT (record > 'conversation:' AND record < 'conversation;') AND id > ? "
                               "AND (record GLOB 'person:*' OR " RECORD_IS_SEEN("record") ") ORDER BY id LIMIT ?"),
                {after.text(), user.text(), limit});
}

Result<ConflictId> Conflicts::open(const Actor &actor, const QString &stream, Conflict conflict)
{
    const QString record = conflict.record.text();
    const QVector<Conflict> earlier =
        read(u"record = ? AND field = ? AND author = ?"_s, {record, conflict.field, actor.user.text()});
    for (const Conflict &replaced : earlier)
        tellClosed(actor, stream, replaced);
    if (m_database.number(u"SELECT count(*) FROM conflicts WHERE closed = 0 AND record = ?"_s, {record}) >= mostOpen)
        return Error{u"conflicts.tooMany"_s, u"Too many changes of this wait for a decision; decide those first."_s};
    conflict.id = newId(actor);
    conflict.seq = m_journal.nextSeq();
    m_database.run(u"INSERT INTO conflicts (id, record, field, wanted, author, at, kept, kept_author, kept_at, before, "
                   "seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {conflict.id.text(), record, conflict.field, jsonText(conflict.wanted.value),
                    conflict.wanted.by.text(), conflict.wanted.at, jsonText(conflict.kept.value),
                    conflict.kept.by.text(), conflict.kept.at, jsonText(conflict.before), conflict.seq});
    m_history.append(actor, stream, conflict.record, u"conflict:opened"_s, toJson(conflict));
    return conflict.id;
}

Result<Done> Conflicts::close(const Actor &actor, const QString &stream, const RecordRef &record, const ConflictId &id)
{
    const QVector<Conflict> found = read(u"record = ? AND id = ?"_s, {record.text(), id.text()});
    if (!found.isEmpty())
        tellClosed(actor, stream, found.first());
    else if (m_database.number(u"SELECT count(*) FROM conflicts WHERE record = ? AND id = ?"_s,
                               {record.text(), id.text()}) == 0)
        return Error{u"conflict.unknown"_s, u"There is no such conflict about this."_s};
    return Done{};
}

void Conflicts::tellClosed(const Actor &actor, const QString &stream, const Conflict &conflict)
{
    m_database.run(u"UPDATE conflicts SET closed = 1 WHERE id = ?"_s, {conflict.id.text()});
    m_history.append(
        actor, stream, conflict.record, u"conflict:closed"_s,
        {{u"id"_s, conflict.id.text()}, {u"record"_s, conflict.record.text()}, {u"field"_s, conflict.field}});
}

ConflictId Conflicts::newId(const Actor &actor)
{
    // The command's, unless that is taken: by another field of the same command, or by somebody who used the id again.
    if (m_database.number(u"SELECT count(*) FROM conflicts WHERE id = ?"_s, {actor.command.text()}) == 0)
        return actor.command;
    return ConflictId(createUuidV7(milliseconds(actor.now)));
}

} // namespace frontdesk::server

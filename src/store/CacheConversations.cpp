// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheConversations.h"

#include "store/JsonText.h"

namespace frontdesk::store {

namespace {

/// Largest read position and largest delivered seq of the members other than ?, of the conversation named by %2.
const QString othersColumns =
    QStringLiteral("(SELECT max(r.number) FROM %1reads r WHERE r.conversation=%2 AND r.user<>?),"
                   " (SELECT max(p.delivered) FROM %1members m JOIN progress p ON p.user=m.user"
                   " WHERE m.conversation=%2 AND m.is_member=1 AND m.user<>?)");

/// Unread are the numbers after the own position without the own messages among them.
const QString summarySelect =
    QStringLiteral("SELECT c.id, c.kind, c.title, c.created_by, c.created_at, c.version, c.contact, c.closed,"
                   " c.number,"
                   " coalesce(mine.number, 0),"
                   " (SELECT count(*) FROM %1messages o WHERE o.is_own=1 AND o.conversation=c.id"
                   " AND o.number>coalesce(mine.number, 0)),"
                   " last.id, last.author, last.text, last.at, last.seq, last.edited_at, last.edit_seq, last.files, %2"
                   " FROM %1conversations c"
                   " LEFT JOIN %1reads mine ON mine.conversation=c.id AND mine.user=?"
                   " LEFT JOIN %1messages last ON last.conversation=c.id AND last.number=c.number");

/// The first eight columns: id, kind, title, created_by, created_at, version, contact, closed.
Conversation conversationFrom(const Row &row)
{
    return {.id = ConversationId(row.text(0)),
            .kind = conversationKindFrom(row.text(1)).value_or(ConversationKind::Group),
            .title = row.text(2),
            .members = {},
            .createdBy = UserId(row.text(3)),
            .createdAt = row.number(4),
            .version = row.number(5),
            .labels = {},
            .contact = row.text(6),
            .closed = row.number(7) != 0};
}

ConversationSummary summaryFrom(const Row &row, const UserId &me)
{
    ConversationSummary summary;
    summary.conversation = conversationFrom(row);
    summary.number = row.number(8);
    summary.readUpTo = row.number(9);
    summary.unread = std::max<qint64>(0, summary.number - summary.readUpTo - row.number(10));
    summary.sortAt = summary.conversation.createdAt;
    if (!row.isNull(11)) {
        const Message last{.id = MessageId(row.text(11)),
                           .conversation = summary.conversation.id,
                           .number = summary.number,
                           .author = UserId(row.text(12)),
                           .text = row.text(13),
                           .at = row.number(14),
                           .seq = row.number(15),
                           .editedAt = row.number(16),
                           .editSeq = row.number(17),
                           .files = filesFrom(row.text(18))};
        const OthersProgress others{row.number(19), row.number(20)};
        summary.last = timeline({last}, {}, summary.conversation.id, me, others).constFirst();
        summary.sortAt = last.at;
    }
    return summary;
}

QStringList textsOf(const QVector<UserId> &users)
{
    QStringList texts;
    for (const UserId &user : users)
        texts.append(user.text());
    return texts;
}

} // namespace

CacheConversations::CacheConversations(Database &database, const QString &prefix)
    : m_put(database, QStringLiteral("INSERT OR REPLACE INTO %1conversations(id, kind, title, created_by, created_at,"
                                     " version, number, entered_seq, title_seq, contact, contact_seq, closed,"
                                     " closed_seq) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                          .arg(prefix))
    , m_remove(database, QStringLiteral("DELETE FROM %1conversations WHERE id=?").arg(prefix))
    , m_removeMembers(database, QStringLiteral("DELETE FROM %1members WHERE conversation=?").arg(prefix))
    , m_removeLabels(database, QStringLiteral("DELETE FROM %1labels WHERE conversation=?").arg(prefix))
    , m_removeReads(database, QStringLiteral("DELETE FROM %1reads WHERE conversation=?").arg(prefix))
    , m_enteredAt(database, QStringLiteral("SELECT entered_seq FROM %1conversations WHERE id=?").arg(prefix))
    , m_rename(database,
               QStringLiteral("UPDATE %1conversations SET title=?, title_seq=? WHERE id=? AND title_seq<?").arg(prefix))
    , m_link(database,
             QStringLiteral("UPDATE %1conversations SET contact=?, contact_seq=? WHERE id=? AND contact_seq<?")
                 .arg(prefix))
    , m_close(
          database,
          QStringLiteral("UPDATE %1conversations SET closed=?, closed_seq=? WHERE id=? AND closed_seq<?").arg(prefix))
    , m_setVersion(database,
                   QStringLiteral("UPDATE %1conversations SET version=max(version, ?) WHERE id=?").arg(prefix))
    , m_setMember(database,
                  QStringLiteral("INSERT INTO %1members(conversation, user, is_member, seq, place)"
                                 " VALUES(?, ?, ?, ?, ?)"
                                 " ON CONFLICT(conversation, user) DO UPDATE SET is_member=excluded.is_member,"
                                 " seq=excluded.seq, place=excluded.place WHERE excluded.seq>seq")
                      .arg(prefix))
    , m_setLabel(database, QStringLiteral("INSERT INTO %1labels(conversation, label, is_set, seq) VALUES(?, ?, ?, ?)"
                                          " ON CONFLICT(conversation, label) DO UPDATE SET is_set=excluded.is_set,"
                                          " seq=excluded.seq WHERE excluded.seq>seq")
                               .arg(prefix))
    , m_moveRead(database, QStringLiteral("INSERT INTO %1reads(conversation, user, number) VALUES(?, ?, ?)"
                                          " ON CONFLICT(conversation, user)"
                                          " DO UPDATE SET number=max(number, excluded.number)")
                               .arg(prefix))
    , m_reach(database, QStringLiteral("UPDATE %1conversations SET number=max(number, ?) WHERE id=?").arg(prefix))
    , m_summaries(database, summarySelect.arg(prefix, othersColumns.arg(prefix, QStringLiteral("c.id"))))
    , m_members(database, QStringLiteral("SELECT conversation, user FROM %1members WHERE is_member=1"
                                         " ORDER BY conversation, seq, place")
                              .arg(prefix))
    , m_labels(database, QStringLiteral("SELECT conversation, label FROM %1labels WHERE is_set=1").arg(prefix))
    , m_find(database, QStringLiteral("SELECT id, kind, title, created_by, created_at, version, contact, closed"
                                      " FROM %1conversations WHERE id=?")
                           .arg(prefix))
    , m_linked(database, QStringLiteral("SELECT id, contact FROM %1conversations WHERE contact<>''").arg(prefix))
    , m_newest(database, QStringLiteral("SELECT number FROM %1conversations WHERE id=?").arg(prefix))
    , m_readUpTo(database, QStringLiteral("SELECT number FROM %1reads WHERE conversation=? AND user=?").arg(prefix))
    , m_others(database, QStringLiteral("SELECT ") + othersColumns.arg(prefix, QStringLiteral("?")))
{
}

void CacheConversations::enter(const ConversationState &state, qint64 seq)
{
    const Conversation &conversation = state.conversation;
    const ConversationId &id = conversation.id;
    remove(id);
    m_put.run(id, nameOf(conversation.kind), conversation.title, conversation.createdBy, conversation.createdAt,
              conversation.version, state.number, seq, seq, conversation.contact, seq, conversation.closed ? 1 : 0,
              seq);
    setMembers(id, textsOf(conversation.members), true, seq);
    setLabels(id, conversation.labels, true, seq);
    for (auto read = state.reads.begin(); read != state.reads.end(); ++read)
        moveRead(id, read.key(), read.value());
}

void CacheConversations::remove(const ConversationId &id)
{
    m_reached.remove(id);
    m_remove.run(id);
    m_removeMembers.run(id);
    m_removeLabels.run(id);
    m_removeReads.run(id);
}

std::optional<qint64> CacheConversations::enteredAt(const ConversationId &id)
{
    return m_enteredAt.first([](const Row &row) { return row.number(0); }, id);
}

void CacheConversations::change(const RecordChanged &change, qint64 seq)
{
    const ConversationId id(change.record.id);
    if (const auto title = change.set.constFind(fields::title); title != change.set.constEnd())
        m_rename.run(title->toString(), seq, id, seq);
    if (const auto contact = change.set.constFind(fields::contact); contact != change.set.constEnd())
        m_link.run(contact->toString(), seq, id, seq);
    if (const auto closed = change.set.constFind(fields::closed); closed != change.set.constEnd())
        m_close.run(closed->toBool() ? 1 : 0, seq, id, seq);
    if (seq > enteredAt(id).value_or(0)) { // the entry has named all that were in the lists
        const ListChange members = change.lists.value(fields::members);
        setMembers(id, members.remove, false, seq);
        setMembers(id, members.add, true, seq);
        const ListChange labels = change.lists.value(fields::labels);
        setLabels(id, labels.remove, false, seq);
        setLabels(id, labels.add, true, seq);
    }
    m_setVersion.run(change.version, id);
}

void CacheConversations::setMembers(const ConversationId &id, const QStringList &users, bool areMembers, qint64 seq)
{
    for (qsizetype place = 0; place < users.size(); ++place)
        m_setMember.run(id, users[place], areMembers ? 1 : 0, seq, place);
}

void CacheConversations::setLabels(const ConversationId &id, const QStringList &labels, bool areSet, qint64 seq)
{
    for (const QString &label : labels)
        m_setLabel.run(id, label, areSet ? 1 : 0, seq);
}

void CacheConversations::moveRead(const ConversationId &id, const UserId &user, qint64 number)
{
    m_moveRead.run(id, user, number);
}

void CacheConversations::reach(const ConversationId &id, qint64 number)
{
    qint64 &reached = m_reached[id];
    reached = std::max(reached, number);
}

void CacheConversations::begin()
{
    m_reached.clear();
}

void CacheConversations::settle()
{
    for (auto reached = m_reached.constBegin(); reached != m_reached.constEnd(); ++reached)
        m_reach.run(reached.value(), reached.key());
    m_reached.clear();
}

QVector<ConversationSummary> CacheConversations::summaries(const UserId &me)
{
    QVector<ConversationSummary> summaries;
    QHash<QString, qsizetype> rows;
    m_summaries.each(
        [&](const Row &row) {
            rows.insert(row.text(0), summaries.size());
            summaries.append(summaryFrom(row, me));
        },
        me, me, me);
    m_members.each([&](const Row &row) {
        if (const auto found = rows.constFind(row.text(0)); found != rows.constEnd())
            summaries[*found].conversation.members.append(UserId(row.text(1)));
    });
    m_labels.each([&](const Row &row) {
        if (const auto found = rows.constFind(row.text(0)); found != rows.constEnd())
            summaries[*found].conversation.labels.append(row.text(1));
    });
    for (ConversationSummary &summary : summaries)
        summary.conversation.labels.sort();
    return summaries;
}

std::optional<Conversation> CacheConversations::find(const ConversationId &id)
{
    return m_find.first(conversationFrom, id);
}

QVector<ConversationId> CacheConversations::about(const QSet<QString> &contacts)
{
    QVector<ConversationId> conversations;
    m_linked.each([&](const Row &row) {
        if (contacts.contains(row.text(1)))
            conversations.append(ConversationId(row.text(0)));
    });
    return conversations;
}

qint64 CacheConversations::newest(const ConversationId &id)
{
    return m_newest.number(id);
}

qint64 CacheConversations::readUpTo(const ConversationId &id, const UserId &user)
{
    return m_readUpTo.number(id, user);
}

OthersProgress CacheConversations::others(const ConversationId &id, const UserId &me)
{
    return m_others.first(
                       [](const Row &row) {
                           return OthersProgress{row.number(0), row.number(1)};
                       },
                       id, me, id, me)
        .value_or(OthersProgress());
}

} // namespace frontdesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/SearchAnswers.h"

#include "server/storage/JsonColumn.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 unitsAtOnce = 2'000'000;    // looked at for one answer; the client asks on from there
constexpr qsizetype namedConversations = 50; // more of them would make the question to the index slower, not faster

Message messageFrom(const Rows &rows)
{
    Message message;
    message.id = MessageId(rows.text(0));
    message.conversation = ConversationId(rows.text(1));
    message.number = rows.integer(2);
    message.author = UserId(rows.text(3));
    message.text = rows.text(4);
    message.at = rows.integer(5);
    message.seq = rows.integer(6);
    message.editedAt = rows.integer(7);
    message.editSeq = rows.integer(8);
    message.files = filesFrom(rows.text(9));
    return message;
}

const QString columns =
    u"m.id, m.conversation_id, m.number, m.author, m.text, m.at, m.seq, m.edited_at, m.edit_seq, m.files"_s;

/// The whole of a read sees one state of the file.
class Snapshot {
public:
    explicit Snapshot(Database &database)
        : m_database(database)
    {
        m_database.run(u"BEGIN"_s);
    }
    ~Snapshot() { m_database.rollback(); }
    Q_DISABLE_COPY_MOVE(Snapshot)

private:
    Database &m_database;
};

} // namespace

search::Page SearchAnswers::find(const UserId &user, search::Request request)
{
    const Snapshot snapshot(m_database);
    const QSet<ConversationId> own = conversationsOf(user);
    if (request.conversations)
        request.conversations->removeIf([&](const ConversationId &id) { return !own.contains(id); });
    else if (own.size() <= namedConversations)
        request.conversations = QVector<ConversationId>(own.begin(), own.end());
    search::Page page =
        search::find(*this, request, {.conversations = own, .units = unitsAtOnce, .answerBytes = m_answerBytes});
    page.complete = isComplete();
    return page;
}

QSet<ConversationId> SearchAnswers::conversationsOf(const UserId &user)
{
    const qsizetype prefix = streamOf(ConversationId()).size();
    Rows rows = m_database.run(u"SELECT stream FROM memberships WHERE user_id = ? AND stream > 'conversation:' "
                               "AND stream < 'conversation;' AND to_seq IS NULL"_s,
                               {user.text()});
    QSet<ConversationId> conversations;
    while (rows.next())
        conversations.insert(ConversationId(rows.text(0).mid(prefix)));
    return conversations;
}

bool SearchAnswers::isComplete()
{
    return m_database.number(u"SELECT value FROM meta WHERE key = 'searchBelow'"_s) == 0;
}

search::MessageIndex::Span SearchAnswers::spanOf(qint64 from, qint64 until)
{
    Rows rows = m_database.run(u"SELECT min(first), max(last) + 1 FROM search_days WHERE day >= ? AND day <= ?"_s,
                               {search::dayOf(from), search::dayOf(until)});
    return rows.next() ? Span{rows.integer(0), rows.integer(1)} : Span{0, 0};
}

void SearchAnswers::read(const QString &words, const Span &span, const std::function<bool(const Message &)> &take)
{
    Rows rows = words.isEmpty()
                    ? m_database.run(u"SELECT %1 FROM messages m WHERE m.seq >= ? AND m.seq < ? "
                                     "ORDER BY m.seq DESC"_s.arg(columns),
                                     {span.first, span.end})
                    : m_database.run(u"SELECT %1 FROM search_index CROSS JOIN messages m ON m.seq = search_index.rowid "
                                     "WHERE search_index MATCH ? AND search_index.rowid >= ? "
                                     "AND search_index.rowid < ? ORDER BY search_index.rowid DESC"_s.arg(columns),
                                     {words, span.first, span.end});
    while (rows.next() && take(messageFrom(rows)))
        continue;
}

} // namespace frontdesk::server

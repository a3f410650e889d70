// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheNews.h"

#include "domain/Mentions.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

constexpr int mostCounted = 1000;

/// Whether a row is what put somebody among those whom a note mentions.
bool mentions(const DecodedRow &row, const UserId &user)
{
    if (const auto *added = std::get_if<RecordAdded>(&row.event))
        return added->state.lists.value(fields::mentions).contains(user.text());
    const auto *changed = std::get_if<RecordChanged>(&row.event);
    return changed && changed->lists.value(fields::mentions).add.contains(user.text());
}

RecordRef noteOf(const DecodedRow &row)
{
    const auto *added = std::get_if<RecordAdded>(&row.event);
    return added ? added->state.record : std::get<RecordChanged>(row.event).record;
}

} // namespace

CacheNews::CacheNews(Database &database, CacheMeta &meta, CacheTables &tables)
    : m_meta(meta)
    , m_tables(tables)
    , m_unread(database, QStringLiteral("SELECT c.id, coalesce(mine.number, 0) FROM conversations c"
                                        " LEFT JOIN reads mine ON mine.conversation=c.id AND mine.user=?"
                                        " WHERE c.number>coalesce(mine.number, 0)"))
    , m_newest(database, QStringLiteral("SELECT seq, is_own, id, number, author, text, at FROM messages"
                                        " WHERE conversation=? AND number>? ORDER BY number DESC LIMIT ?"))
{
}

News CacheNews::take(const UserId &me, const QVector<ConversationId> &shown)
{
    News news;
    for (const ConversationId &id : shown)
        news.readUpTo.insert(id, m_tables.conversations.enteredAt(id) ? m_tables.conversations.readUpTo(id, me)
                                                                      : std::numeric_limits<qint64>::max());
    const Cursor told = m_meta.told();
    const Cursor upTo = m_meta.cursor();
    const bool isSameJournal = !told.epoch.isEmpty() && told.epoch == upTo.epoch;
    if (isSameJournal && told.seq < upTo.seq) { // beyond it: the journal has gone back in time
        addMessages(me, told.seq, news);
        addMentions(me, told.seq, upTo.seq, news);
    }
    if (told != upTo)
        m_meta.setTold(upTo);
    return news;
}

void CacheNews::addMessages(const UserId &me, qint64 told, News &news)
{
    QVector<std::pair<ConversationId, qint64>> unread;
    m_unread.each([&](const Row &row) { unread.append({ConversationId(row.text(0)), row.number(1)}); }, me);
    for (const auto &[id, readUpTo] : std::as_const(unread)) {
        News::Conversation found{.id = id, .title = {}, .newest = {}, .count = 0};
        m_newest.eachWhile(
            [&, conversation = id](const Row &row) {
                if (row.number(0) <= told)
                    return false;
                if (row.number(1) == 0 && ++found.count == 1)
                    found.newest = {.id = MessageId(row.text(2)),
                                    .conversation = conversation,
                                    .number = row.number(3),
                                    .author = UserId(row.text(4)),
                                    .text = row.text(5),
                                    .at = row.number(6),
                                    .seq = row.number(0)};
                return true;
            },
            id, readUpTo, mostCounted);
        if (found.count == 0)
            continue;
        found.title = nameOf(recordOf(id).text());
        news.conversations.append(found);
    }
    std::sort(news.conversations.begin(), news.conversations.end(),
              [](const News::Conversation &a, const News::Conversation &b) { return a.newest.seq < b.newest.seq; });
}

void CacheNews::addMentions(const UserId &me, qint64 told, qint64 upTo, News &news)
{
    for (const DecodedRow &row : m_tables.history.between(RecordKind::Note, told, upTo)) {
        if (row.row.actor == me || !mentions(row, me))
            continue;
        const std::optional<RecordState> note = m_tables.records.find(noteOf(row));
        if (note && !note->fields[fields::deleted].toBool() && note->lists.value(fields::mentions).contains(me.text()))
            news.mentions.append({*note, row.row.actor, nameOf(note->fields[fields::about].toString())});
    }
}

QString CacheNews::nameOf(const QString &record)
{
    const auto ref = RecordRef::from(record);
    if (!ref)
        return {};
    if (ref->kind == RecordKind::Conversation) {
        const auto conversation = m_tables.conversations.find(ConversationId(ref->id));
        return conversation ? conversation->title : QString();
    }
    const auto state = m_tables.records.find(*ref);
    return state ? state->fields[fields::name].toString() : QString();
}

} // namespace frontdesk::store

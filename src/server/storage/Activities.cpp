// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Activities.h"

#include "domain/Json.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 burstPause = 10 * 60 * 1000; // milliseconds
constexpr int excerptLength = 120;            // code points

/// What a message says first: its text, or how its first file is called.
QString beginningOf(const Message &message)
{
    return message.text.isEmpty() && !message.files.isEmpty() ? message.files.constFirst().name : message.text;
}

/// The beginning of a text, never half a surrogate pair.
QString excerptOf(const QString &text)
{
    qsizetype end = 0;
    for (int points = 0; end < text.size() && points < excerptLength; ++points)
        end += text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    return text.left(end);
}

} // namespace

ActivityObject personObject(const User &user)
{
    return {u"Person"_s, user.id.text(), user.displayName};
}

ActivityObject groupObject(const Conversation &conversation)
{
    return {u"Group"_s, conversation.id.text(), conversation.title};
}

void Activities::record(const Actor &actor, const QString &stream, const QString &verb, const ActivityObject &object,
                        const std::optional<ActivityObject> &target, int totalItems)
{
    const Activity activity{.id = ActivityId(createUuidV7(milliseconds(actor.now))),
                            .actor = actor.user,
                            .verb = verb,
                            .object = object,
                            .target = target,
                            .published = actor.now,
                            .totalItems = totalItems,
                            .stream = stream,
                            .seq = m_journal.nextSeq()};
    m_journal.append(actor, stream, u"activity:new"_s, toJson(activity));
}

Activities::Burst Activities::burstOf(Rows before, const Actor &actor, qint64 items)
{
    if (before.next() && actor.now - before.integer(1) <= burstPause)
        return {before.text(0), before.integer(2) + items};
    return {createUuidV7(milliseconds(actor.now)), items};
}

bool Activities::Created::isOneWith(const Created &earlier) const
{
    return stream == earlier.stream && kind == earlier.kind && actor.user == earlier.actor.user &&
           actor.now - earlier.actor.now <= burstPause;
}

void Activities::created(const Actor &actor, const QString &stream, const QString &kind, const ActivityObject &object)
{
    m_created.append({actor, stream, kind, object});
}

void Activities::forget()
{
    m_created.clear();
    m_kept = 0;
}

void Activities::settle()
{
    QVector<Created> told; // those of one entry as the last of them, in the order of the first
    for (const Created &created : std::as_const(m_created)) {
        const auto same =
            std::find_if(told.begin(), told.end(), [&](const Created &other) { return created.isOneWith(other); });
        if (same == told.end())
            told.append(created);
        else
            *same = {created.actor, created.stream, created.kind, created.object, same->items + created.items};
    }
    for (const Created &created : std::as_const(told))
        tell(created);
    forget();
}

void Activities::tell(const Created &created)
{
    const auto &[actor, stream, kind, object, items] = created;
    const Burst burst = burstOf(m_database.run(u"SELECT activity_id, last_at, items FROM record_bursts "
                                               "WHERE kind = ? AND author = ? AND stream = ?"_s,
                                               {kind, actor.user.text(), stream}),
                                actor, items);
    m_database.run(u"INSERT OR REPLACE INTO record_bursts VALUES (?, ?, ?, ?, ?, ?)"_s,
                   {kind, actor.user.text(), stream, burst.id, actor.now, burst.items});
    const Activity activity{.id = ActivityId(burst.id),
                            .actor = actor.user,
                            .verb = u"Create"_s,
                            .object = object,
                            .target = {},
                            .published = actor.now,
                            .totalItems = int(burst.items),
                            .stream = stream,
                            .seq = m_journal.nextSeq()};
    m_journal.appendLatest(actor, stream, u"activity:"_s + burst.id, u"activity:new"_s, toJson(activity));
}

void Activities::note(const Actor &actor, const Conversation &conversation, const Message &message)
{
    const Burst burst =
        burstOf(m_database.run(u"SELECT activity_id, last_at, items FROM bursts WHERE conversation_id = ? "
                               "AND author = ?"_s,
                               {conversation.id.text(), actor.user.text()}),
                actor, 1);
    m_database.run(u"INSERT OR REPLACE INTO bursts VALUES (?, ?, ?, ?, ?)"_s,
                   {conversation.id.text(), actor.user.text(), burst.id, actor.now, burst.items});
    const Activity activity{.id = ActivityId(burst.id),
                            .actor = actor.user,
                            .verb = u"Create"_s,
                            .object = {u"Note"_s, message.id.text(), excerptOf(beginningOf(message))},
                            .target = groupObject(conversation),
                            .published = message.at,
                            .totalItems = int(burst.items),
                            .stream = streamOf(conversation.id),
                            .seq = m_journal.nextSeq()};
    m_journal.appendLatest(actor, activity.stream, u"activity:"_s + burst.id, u"activity:new"_s, toJson(activity));
}

} // namespace frontdesk::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "CacheModel.h"

#include <limits>

namespace frontdesk::model {

namespace {

ConversationId conversationOf(const QString &stream)
{
    static const QString prefix = streamOf(ConversationId());
    return stream.startsWith(prefix) ? ConversationId(stream.mid(prefix.size())) : ConversationId();
}

} // namespace

QVector<Message> CacheModel::messages(const ConversationId &conversation) const
{
    QVector<Message> found;
    for (const auto &[number, message] : m_conversations.value(conversation).messages)
        found.append(message);
    return found;
}

std::optional<qint64> CacheModel::known(const QString &stream) const
{
    const auto found = m_streams.constFind(stream);
    return found == m_streams.cend() ? std::nullopt : std::optional(*found);
}

bool CacheModel::has(const MessageId &id) const
{
    for (const Known &known : m_conversations)
        for (const auto &[number, message] : known.messages)
            if (message.id == id)
                return true;
    return false;
}

void CacheModel::apply(const JournalBatch &batch, Bug bug)
{
    applyRows(batch.rows, bug);
    m_cursor.seq = batch.upTo;
    m_cursor.mark = batch.mark;
}

void CacheModel::applyRows(const QVector<DecodedRow> &rows, Bug bug)
{
    for (const DecodedRow &row : rows)
        take(row, bug);
}

void CacheModel::fill(const Hole &hole, const QVector<DecodedRow> &rows, Bug bug)
{
    applyRows(rows, bug);
    m_holes.erase(hole);
}

void CacheModel::take(const DecodedRow &row, Bug bug)
{
    if (!count(row.row, bug))
        return;
    if (const auto *entered = std::get_if<ConversationEntered>(&row.event))
        enter(entered->state, row.row.seq);
    else if (const auto *left = std::get_if<ConversationLeft>(&row.event))
        leave(left->conversation, row.row.seq, bug);
    else if (const auto *added = std::get_if<MessageAdded>(&row.event))
        m_conversations[added->message.conversation].messages[added->message.number] = added->message;
}

bool CacheModel::count(const JournalRow &row, Bug bug)
{
    const ConversationId conversation = conversationOf(row.stream);
    if (!conversation.isEmpty() && !m_conversations.contains(conversation)) {
        m_outside[conversation].n = std::max(m_outside[conversation].n, row.n);
        return false;
    }
    const qint64 last = m_streams.value(row.stream);
    if (row.n <= last)
        return m_holes.erase({row.stream, row.n}) > 0;
    for (qint64 missing = last + 1; missing < row.n && bug != Bug::ClientOverlooksHoles; ++missing)
        m_holes.insert({row.stream, missing});
    m_streams[row.stream] = row.n;
    return true;
}

void CacheModel::enter(const ConversationState &state, qint64 seq)
{
    const ConversationId &id = state.conversation.id;
    const QString stream = streamOf(id);
    const Outside outside = m_outside.value(id);
    if (seq < outside.leftAt || m_streams.value(stream, -1) >= state.n)
        return;
    Known known{seq, {}};
    for (const Message &message : state.messages)
        known.messages[message.number] = message;
    m_conversations[id] = known;
    m_streams[stream] = state.n;
    m_outside.remove(id);
    closeHoles(stream, 1, state.n);
    for (qint64 skipped = state.n + 1; skipped <= outside.n; ++skipped) {
        m_holes.insert({stream, skipped});
        m_streams[stream] = skipped;
    }
}

void CacheModel::leave(const ConversationId &conversation, qint64 seq, Bug bug)
{
    if (m_conversations.value(conversation).enteredAt > seq || bug == Bug::ClientKeepsWhatItLeft)
        return;
    m_outside[conversation].leftAt = seq;
    m_conversations.remove(conversation);
    m_streams.remove(streamOf(conversation));
    closeHoles(streamOf(conversation), 1, std::numeric_limits<qint64>::max());
}

void CacheModel::closeHoles(const QString &stream, qint64 from, qint64 to)
{
    m_holes.erase(m_holes.lower_bound({stream, from}), m_holes.upper_bound({stream, to}));
}

CacheModel CacheModel::fromSnapshot(const Cursor &cursor, const QVector<ConversationState> &states,
                                    const QHash<QString, qint64> &streams)
{
    CacheModel cache;
    cache.m_cursor = cursor;
    cache.m_streams = streams;
    for (const ConversationState &state : states)
        cache.enter(state, cursor.seq);
    return cache;
}

} // namespace frontdesk::model

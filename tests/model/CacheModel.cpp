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
        add(m_conversations[added->message.conversation], added->message);
    else if (const auto *edited = std::get_if<MessageEdited>(&row.event))
        edit(m_conversations[edited->conversation], *edited, row.row.seq, bug);
    else if (const auto *changed = std::get_if<RecordChanged>(&row.event))
        change(m_conversations[ConversationId(changed->record.id)], *changed, row.row.seq, bug);
    else if (const auto *opened = std::get_if<ConflictOpened>(&row.event)) {
        auto &conflicts = m_conversations[ConversationId(opened->conflict.record.id)].conflicts;
        if (bug == Bug::ClientOpensConflictsAgain)
            conflicts[opened->conflict.id] = opened->conflict;
        else
            conflicts.emplace(opened->conflict.id, opened->conflict);
    } else if (const auto *closed = std::get_if<ConflictClosed>(&row.event))
        m_conversations[ConversationId(closed->record.id)].conflicts[closed->conflict].reset();
    else if (const auto *own = std::get_if<OwnValueChanged>(&row.event))
        if (OwnValue &known = m_own[own->key]; row.row.seq > known.seq)
            known = {own->key, own->value, row.row.seq};
}

void CacheModel::add(Known &known, Message message)
{
    const auto early = known.earlyEdits.find(message.id);
    if (early != known.earlyEdits.end()) {
        message.text = early->second.first.text;
        message.editSeq = early->second.second;
        known.earlyEdits.erase(early);
    }
    known.messages[message.number] = message;
}

void CacheModel::edit(Known &known, const MessageEdited &edit, qint64 seq, Bug bug)
{
    const auto message = known.messages.find(edit.number);
    if (message == known.messages.end()) {
        if (auto &early = known.earlyEdits[edit.message]; seq > early.second && bug != Bug::ClientForgetsEarlyEdits)
            early = {edit, seq};
    } else if (seq > message->second.editSeq || bug == Bug::ClientTakesLateEdits) {
        message->second.text = edit.text;
        message->second.editSeq = seq;
    }
}

void CacheModel::change(Known &known, const RecordChanged &change, qint64 seq, Bug bug)
{
    if (const auto title = change.set.constFind(fields::title);
        title != change.set.constEnd() && seq > known.titleSeq) {
        known.record.title = title->toString();
        known.titleSeq = seq;
        known.titles.insert(known.record.title);
    }
    const ListChange labels = change.lists.value(fields::labels);
    const auto set = [&](const QStringList &names, bool isSet) {
        for (const QString &name : names)
            if (auto &label = known.labels[name];
                seq > std::max(label.second, known.enteredAt) || bug == Bug::ClientTakesLateLabels)
                label = {isSet, seq};
    };
    set(labels.remove, false);
    set(labels.add, true);
    known.record.version = std::max(known.record.version, change.version);
}

Conversation CacheModel::record(const ConversationId &conversation) const
{
    const Known known = m_conversations.value(conversation);
    Conversation record = known.record;
    record.labels.clear();
    for (auto label = known.labels.begin(); label != known.labels.end(); ++label)
        if (label->first)
            record.labels.append(label.key());
    record.labels.sort();
    return record;
}

QSet<QString> CacheModel::seenTitles(const ConversationId &conversation) const
{
    return m_conversations.value(conversation).titles;
}

qint64 CacheModel::seenVersion(const ConversationId &conversation, Bug bug) const
{
    if (!isIn(conversation))
        return 1;
    qint64 version = m_conversations.value(conversation).record.version;
    for (const auto &[hole, before] : m_versionBefore)
        if (hole.first == streamOf(conversation) && m_holes.contains(hole) && bug != Bug::ClientClaimsToHaveSeenHoles)
            version = std::min(version, before);
    return version;
}

QVector<Conflict> CacheModel::conflicts(const ConversationId &conversation) const
{
    QVector<Conflict> open;
    for (const auto &[id, conflict] : m_conversations.value(conversation).conflicts)
        if (conflict)
            open.append(*conflict);
    return open;
}

QHash<QString, QJsonValue> CacheModel::ownValues() const
{
    QHash<QString, QJsonValue> values;
    for (const auto &[key, own] : m_own)
        values.insert(key, own.value);
    return values;
}

bool CacheModel::count(const JournalRow &row, Bug bug)
{
    const ConversationId conversation = conversationOf(row.stream);
    if (!conversation.isEmpty() && !m_conversations.contains(conversation)) {
        m_outside[conversation].n = std::max(m_outside[conversation].n, row.n);
        return false;
    }
    if (row.n == 0)
        return true; // the latest counts
    const qint64 last = m_streams.value(row.stream);
    if (row.n <= last)
        return m_holes.erase({row.stream, row.n}) > 0;
    for (qint64 missing = last + 1; missing < row.n && bug != Bug::ClientOverlooksHoles; ++missing)
        miss({row.stream, missing});
    m_streams[row.stream] = row.n;
    return true;
}

void CacheModel::miss(const Hole &hole)
{
    m_holes.insert(hole);
    m_versionBefore[hole] = m_conversations.value(conversationOf(hole.first)).record.version;
}

void CacheModel::enter(const ConversationState &state, qint64 seq)
{
    const ConversationId &id = state.conversation.id;
    const QString stream = streamOf(id);
    const Outside outside = m_outside.value(id);
    if (seq < outside.leftAt || m_streams.value(stream, -1) >= state.n)
        return;
    Known known;
    known.enteredAt = known.titleSeq = seq;
    known.record = state.conversation;
    known.titles = {state.conversation.title};
    for (const QString &label : state.conversation.labels)
        known.labels[label] = {true, seq};
    for (const Conflict &conflict : state.conflicts)
        known.conflicts[conflict.id] = conflict;
    for (const Message &message : state.messages)
        known.messages[message.number] = message;
    m_conversations[id] = known;
    m_streams[stream] = state.n;
    m_outside.remove(id);
    closeHoles(stream, 1, state.n);
    for (qint64 skipped = state.n + 1; skipped <= outside.n; ++skipped) {
        miss({stream, skipped});
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
                                    const QHash<QString, qint64> &streams, const QVector<OwnValue> &own)
{
    CacheModel cache;
    cache.m_cursor = cursor;
    cache.m_streams = streams;
    for (const OwnValue &value : own)
        cache.m_own[value.key] = value;
    for (const ConversationState &state : states)
        cache.enter(state, cursor.seq);
    return cache;
}

} // namespace frontdesk::model

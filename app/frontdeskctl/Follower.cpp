// SPDX-License-Identifier: GPL-3.0-or-later
#include "Follower.h"

#include "domain/WhenDone.h"

#include <algorithm>
#include <limits>

namespace frontdesk::ctl {

namespace {

constexpr int pageSize = 100;

/// Of what a page has.
qint64 oldestSeq(const store::RecordHistory &page)
{
    constexpr qint64 none = std::numeric_limits<qint64>::max();
    return std::min(page.rows.isEmpty() ? none : page.rows.last().row.seq,
                    page.messages.isEmpty() ? none : page.messages.last().seq);
}

} // namespace

Follower::Follower(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_store(session.store())
{
    if (!await(m_store.cursor()).epoch.isEmpty())
        startHere();
    connect(&session, &sync::Session::changed, this, &Follower::follow);
}

void Follower::startHere()
{
    m_start = await(m_store.cursor()).seq;
    // A snapshot has messages that came while it was read, which are after its place in the journal: what was told of
    // them is not new again. A restored server has lost some, and others get their numbers.
    QHash<ConversationId, qint64> told;
    const auto list = await(m_store.conversations()).conversations;
    for (const ConversationSummary &summary : list)
        told.insert(summary.conversation.id, std::min(m_told.value(summary.conversation.id), summary.number));
    m_told = told;
    m_toldRecords.clear();
    m_toldGone.clear();
    m_openConflicts = await(m_store.conflicts());
    m_toldActivity = *m_start;
}

void Follower::follow(const store::Changes &changes)
{
    if (changes.everything)
        startHere();
    if (!m_start)
        return;
    for (const ConversationId &conversation : changes.conversations)
        tellMessages(conversation);
    tellEdits(changes.edited);
    if (changes.conflicts)
        tellConflicts();
    if (changes.activities)
        tellActivities();
    for (const RecordRef &record : changes.records) {
        tellRecord(record);
        tellGone(record);
    }
}

void Follower::tellMessages(const ConversationId &conversation)
{
    const qint64 told = m_told.value(conversation);
    const auto isNew = [&](const Message &message) { return message.seq > *m_start && message.number > told; };
    QVector<Message> fresh;
    std::optional<qint64> before;
    while (true) {
        const store::MessageWindow window = await(m_store.messages(conversation, before, pageSize));
        const auto first = std::find_if(window.messages.begin(), window.messages.end(), isNew);
        fresh = QVector<Message>(first, window.messages.end()) + fresh;
        if (first != window.messages.begin() || window.messages.isEmpty() || !window.olderCached)
            break;
        before = window.messages.first().number;
    }
    for (const Message &message : std::as_const(fresh)) {
        m_told[conversation] = message.number;
        Q_EMIT messageAdded(message);
    }
}

void Follower::tellEdits(const QSet<MessageId> &edited)
{
    for (const MessageId &id : edited)
        if (const auto message = await(m_store.message(id)); message && message->editSeq > *m_start)
            Q_EMIT messageEdited(*message);
}

void Follower::tellConflicts()
{
    const QVector<Conflict> before = std::exchange(m_openConflicts, await(m_store.conflicts()));
    for (const Conflict &conflict : before)
        if (!m_openConflicts.contains(conflict))
            Q_EMIT conflictClosed(conflict);
    for (const Conflict &conflict : std::as_const(m_openConflicts))
        if (!before.contains(conflict))
            Q_EMIT conflictOpened(conflict);
}

void Follower::tellRecord(const RecordRef &record)
{
    const auto isAbout = [&](const DecodedRow &row) {
        const auto *creation = std::get_if<RecordAdded>(&row.event);
        const auto *change = std::get_if<RecordChanged>(&row.event);
        return (creation && creation->state.record == record) || (change && change->record == record);
    };
    const qint64 told = std::max(*m_start, m_toldRecords.value(record));
    QVector<DecodedRow> rows;
    std::optional<qint64> before;
    while (!before || *before > told) {
        const store::RecordHistory page = await(m_store.recordHistory(record, before, pageSize));
        rows += page.rows;
        if (!page.more)
            break;
        before = oldestSeq(page);
    }
    std::reverse(rows.begin(), rows.end());
    for (const DecodedRow &row : std::as_const(rows)) {
        if (row.row.seq <= told || !isAbout(row))
            continue;
        m_toldRecords.insert(record, row.row.seq);
        Q_EMIT recordTold(record, row);
    }
}

void Follower::tellGone(const RecordRef &record)
{
    if (await(m_store.record(record)))
        m_toldGone.remove(record);
    else if (!m_toldGone.contains(record)) {
        m_toldGone.insert(record);
        Q_EMIT recordGone(record);
    }
}

void Follower::tellActivities()
{
    QVector<Activity> activities;
    std::optional<qint64> before;
    while (!before || *before > m_toldActivity) {
        const QVector<Activity> page = await(m_store.activities(before, pageSize));
        activities += page;
        if (page.size() < pageSize)
            break;
        before = page.last().seq;
    }
    std::reverse(activities.begin(), activities.end());
    for (const Activity &activity : std::as_const(activities)) {
        if (activity.seq <= m_toldActivity)
            continue;
        m_toldActivity = activity.seq;
        Q_EMIT activityAdded(activity);
    }
}

} // namespace frontdesk::ctl

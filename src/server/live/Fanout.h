// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/live/LiveSessions.h"
#include "server/storage/Journal.h"

#include <QtCore/QSet>

namespace frontdesk::server {

/// Pushes what was written in the journal to the sessions that may see it, in the journal's order. Knows who is in
/// which stream now. I/O thread.
class Fanout {
public:
    struct Start {
        qint64 head = 0;
        QString mark;
        StreamMembers members;
    };
    /// `later`: runs a task on the I/O thread after a while.
    Fanout(socketio::Namespace &clients, const LiveSessions &sessions, Start start,
           std::function<void(std::chrono::milliseconds, std::function<void()>)> later)
        : m_clients(clients)
        , m_sessions(sessions)
        , m_head(start.head)
        , m_mark(std::move(start.mark))
        , m_members(std::move(start.members))
        , m_later(std::move(later))
    {
    }

    void push(const JournalTransaction &transaction);
    [[nodiscard]] QSet<UserId> membersOf(const ConversationId &conversation) const
    {
        return m_members.value(streamOf(conversation));
    }
    /// Whether somebody is pushed what comes in a stream.
    [[nodiscard]] bool isIn(const QString &stream, const UserId &user) const;
    [[nodiscard]] qint64 head() const { return m_head; }
    /// `after`, `upTo` and `mark` for a session; it has been told the head afterwards.
    QJsonObject tellHead(LiveSession &session) const;

private:
    /// What one session sees of a transaction, in order.
    struct Visible {
        std::vector<const JournalRow *> rows;
        size_t next = 0;
    };
    void collect(const JournalRow &row, QHash<LiveSession *, Visible> &visible) const;
    [[nodiscard]] bool waitsForHead(const LiveSession &session) const { return session.live && session.sent < m_head; }
    void tellHeadsLater();

    socketio::Namespace &m_clients;
    const LiveSessions &m_sessions;
    qint64 m_head;
    QString m_mark; ///< of the transaction that holds the head
    StreamMembers m_members;
    const std::function<void(std::chrono::milliseconds, std::function<void()>)> m_later;
    bool m_headsPlanned = false;
};

} // namespace frontdesk::server

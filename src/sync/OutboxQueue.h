// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Command.h"

#include <QtCore/QHash>
#include <QtCore/QVector>

#include <deque>

namespace frontdesk::sync {

/// Which command goes out next. Commands of one lane go one after another in the order in which they were made, lanes
/// go side by side, and a command leaves only when its journal row is in the cache. No I/O; times are the monotonic
/// clock's.
class OutboxQueue {
public:
    static constexpr int lanesAtOnce = 16;

    /// A command that waits to be sent. One that the person retries goes behind what has been queued since, except a
    /// creation: what follows builds on it.
    void append(const Command &command);
    void retry(const Command &command);
    /// A command that was refused before this start. If others build on it, they wait.
    void appendRefused(const Command &command);

    /// The commands to hand to the link now; they are under way from then on.
    QVector<Command> take(milliseconds now);

    // What became of a command under way.
    void acknowledged(const CommandId &id, qint64 seq);
    void refused(const CommandId &id);
    void again(const CommandId &id, milliseconds notBefore); ///< fate unknown, or later: the same id once more
    /// Nothing more goes out before then: the server has too much of this person's.
    void pause(milliseconds notBefore) { m_notBefore = notBefore; }
    /// Everything under way is queued again, in its old place; what was acknowledged and is not in the cache yet too:
    /// the server may come back as an older copy of itself that has neither. Returns what that was.
    QVector<CommandId> connectionLost();

    /// Acknowledged commands whose row is at or before the cache's cursor: they have been taken over and may go.
    QVector<CommandId> confirmedUpTo(qint64 cursor);
    /// The person does not want it any more. False: it is under way or done, and cannot be called back.
    bool discard(const CommandId &id);

    [[nodiscard]] bool isUnderWay(const CommandId &id) const { return m_underWay.contains(id); }
    /// When `take` may have more to give without anything else happening.
    [[nodiscard]] std::optional<milliseconds> deadline() const;

private:
    struct Lane {
        std::deque<Command> waiting;
        std::optional<Command> underWay;
        std::optional<CommandId> blockedBy; ///< a refused creation on which the rest builds
        milliseconds notBefore{};
    };
    void queueTurn(const QString &lane);
    [[nodiscard]] static bool canGo(const Lane &lane)
    {
        return !lane.underWay && !lane.blockedBy && !lane.waiting.empty();
    }
    std::optional<Command> finish(const CommandId &id);

    QHash<QString, Lane> m_lanes;
    milliseconds m_notBefore = milliseconds::min();
    std::deque<QString> m_turns;          ///< lanes that may go, the one that waits longest first
    QHash<CommandId, QString> m_underWay; ///< to its lane
    struct Acknowledged {
        Command command;
        qint64 seq = 0;
    };
    QHash<CommandId, Acknowledged> m_acknowledged;
};

} // namespace frontdesk::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Command.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QVector>

#include <deque>

namespace frontdesk::sync {

/// Which command goes out next. Commands of one lane go one after another in the order in which they were made, lanes
/// go side by side, and a command leaves only when its journal row is in the cache. One that was refused stops only
/// what builds on it: the rest of the lane if it is a creation, edits if it is their message. No I/O; times are the
/// monotonic clock's.
class OutboxQueue {
public:
    static constexpr int lanesAtOnce = 144;
    /// An import makes a lane of each record, sent in packets of 64: one is written while the next is on its way. What
    /// is no new record goes before those that wait: a message that is written meanwhile does not stand behind them.
    static constexpr int newRecordsAtOnce = 128;

    /// A command that waits to be sent; a creation before what builds on it, as one that the server has lost may come
    /// after that. An own value takes the place of one that waits under the same key; returned is
    /// what that was.
    std::optional<CommandId> append(const Command &command);
    /// A refused one goes behind what has been queued since, but before what builds on it.
    void retry(const Command &command);
    /// A command that was refused before this start, or that a restored server has lost. What builds on it waits.
    void appendRefused(const Command &command);

    /// One that waits or was refused does not go out, nor the rest of its lane, until it is replaced or released.
    /// False: it is under way or done.
    bool hold(const CommandId &id);
    void release(const CommandId &id);
    /// Another command in the place of one that is held.
    void replace(const CommandId &old, const Command &command);
    /// The same command with other content, if it waits. False: it does not.
    bool update(const Command &command);

    /// The commands to hand to the link now; they are under way from then on.
    QVector<Command> take(milliseconds now);

    // What became of a command under way.
    void acknowledged(const CommandId &id, qint64 seq);
    std::optional<Command> refused(const CommandId &id);
    void again(const CommandId &id, milliseconds notBefore); ///< fate unknown, or later: the same id once more
    /// Nothing more goes out before then: the server has too much of this person's.
    void pause(milliseconds notBefore) { m_notBefore = notBefore; }
    /// Everything under way is queued again, in its old place; what was acknowledged and is not in the cache yet too:
    /// the server may come back as an older copy of itself that has neither. Returns what that was.
    QVector<CommandId> connectionLost();

    /// Acknowledged commands whose row is at or before the cache's cursor: they have been taken over and may go. Each
    /// is kept until it is known whether that could be written.
    QVector<Command> confirmedUpTo(qint64 cursor);
    void settled(const CommandId &id) { m_confirmed.remove(id); }
    void notSettled(const CommandId &id);
    /// The person does not want it any more; the edits of a message and the changes of a new record
    /// go with it. False: it is under way or done, and
    /// cannot be called back.
    bool discard(const CommandId &id);

    [[nodiscard]] bool isUnderWay(const CommandId &id) const { return m_underWay.contains(id); }
    [[nodiscard]] qsizetype lanes() const { return m_lanes.size(); } ///< in which something waits or is under way
    /// When `take` may have more to give without anything else happening.
    [[nodiscard]] std::optional<milliseconds> deadline() const;

private:
    struct Lane {
        std::deque<Command> waiting;
        std::optional<Command> underWay;
        std::optional<CommandId> creation; ///< a refused one, on which everything builds
        bool isRecord = false;             ///< it is that of a record
        QSet<CommandId> refused;           ///< messages on which edits build
        std::optional<CommandId> held;
        milliseconds notBefore{};

        [[nodiscard]] bool isIdle() const
        {
            return waiting.empty() && !underWay && !creation && refused.isEmpty() && !held;
        }
    };
    /// Lanes that may go, the one that waits longest first.
    using Turns = std::deque<QString>;
    void queueTurn(const QString &lane);
    void take(Turns &turns, int mostUnderWay, milliseconds now, QVector<Command> &taken);
    [[nodiscard]] std::optional<milliseconds> earliest(const Turns &turns) const;
    /// The first command that can go; the end: none can.
    [[nodiscard]] static std::deque<Command>::const_iterator next(const Lane &lane);
    [[nodiscard]] static bool canGo(const Lane &lane) { return next(lane) != lane.waiting.end(); }
    [[nodiscard]] static bool makesRecord(const Lane &lane, const CommandId &id);
    static void stop(Lane &lane, const Command &refused);
    static void forgetRefusal(Lane &lane, const CommandId &id);
    [[nodiscard]] QString laneWith(const CommandId &id) const; ///< in which it waits or was refused; empty: none
    std::optional<Command> finish(const CommandId &id);

    QHash<QString, Lane> m_lanes;
    milliseconds m_notBefore = milliseconds::min();
    Turns m_turns;
    Turns m_newRecords;                   ///< those that make one next
    QHash<CommandId, QString> m_underWay; ///< to its lane
    struct Acknowledged {
        Command command;
        qint64 seq = 0;
    };
    QHash<CommandId, Acknowledged> m_acknowledged;
    QHash<CommandId, Acknowledged> m_confirmed;
};

} // namespace frontdesk::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "store/Store.h"
#include "sync/OutboxQueue.h"
#include "sync/Uploads.h"

namespace frontdesk::sync {

/// Brings what the person did to the server: takes commands from the store's outbox to the link and their fate back
/// into the store. Engine thread.
class OutboxRunner final : public QObject {
    Q_OBJECT

public:
    static constexpr milliseconds retryDelay{
        2'000}; ///< after a time-out, or when the server is busy and does not say for how long; doubles each time
    static constexpr milliseconds longestDelay{60'000};

    /// `uploads`: bring what a command names before it.
    OutboxRunner(dialect::Link &link, store::Store &store, Uploads &uploads, std::shared_ptr<const Clock> clock,
                 QObject *parent = nullptr);

    /// Reads what the store's outbox holds from before; nothing goes out until that is known. What cannot be read is
    /// read again after a while; the store has said why.
    void restore();
    /// Commands that have been written to the store's outbox since; what was written together can be sent together.
    void add(const QVector<Command> &commands);
    /// Called with what went wrong, or nothing when it is durably written.
    using Outcome = std::function<void(const std::optional<Error> &)>;
    void retry(const CommandId &id, Outcome done);
    void discard(const CommandId &id, Outcome done); ///< also one whose files are on their way
    /// Another one in the place of the old one.
    void replace(const CommandId &old, const Command &command, Outcome done);

    void online();
    void offline(); ///< what is under way has an unknown fate, and is queued again
    void cursorMoved(qint64 seq);
    /// The server was restored from a copy that is older than these. `waiting` is in the outbox to be sent: again, or
    /// with another basis; `gone` was acknowledged and is refused with this reason.
    void lost(const QVector<Command> &waiting, const QVector<Command> &gone, const Error &reason);
    void journalReplaced(); ///< the cursor of before says nothing about the journal of now

    void tick();
    [[nodiscard]] std::optional<milliseconds> deadline() const;

Q_SIGNALS:
    void acknowledged(const frontdesk::CommandId &id, qint64 seq);
    void refused(const frontdesk::CommandId &id, const frontdesk::Error &error);
    void changed(const frontdesk::store::Changes &changes);
    void failed(const frontdesk::Error &error);
    /// What became of a command could not be written. It is sent again once the connection has been ended and is back.
    void unusable(const frontdesk::Error &reason);
    void deadlineMoved();

private:
    void restore(const QVector<PendingCommand> &pending);
    void whenRestored(std::function<void()> task);
    void append(const QVector<Command> &commands);
    void pump();
    void bringFiles(const Command &command);
    void send(const Command &command);
    void callOffFiles(const CommandId &id);
    bool bringsAgain(const CommandId &id, const Error &error);
    void answered(const dialect::Link::CommandAnswers &answers);
    void note(const CommandId &id, const dialect::CommandAnswer &answer);
    void refuse(const CommandId &id, const Error &error);
    milliseconds nextPause(const CommandId &id);
    void sendLater(const CommandId &id, const Error &reason);
    void markSending();
    void removeConfirmed();
    void settle();
    void settled(const QVector<Command> &commands, const Result<store::Changes> &result);
    void retryRefused(const PendingCommand &pending, const Outcome &done);
    void replaceNow(const CommandId &old, const Command &command, const Outcome &done);
    void discardNow(const CommandId &id, const Outcome &done);
    void written(const QFuture<Result<store::Changes>> &future, const Outcome &done = {});

    dialect::Link &m_link;
    store::Store &m_store;
    Uploads &m_uploads;
    std::shared_ptr<const Clock> m_clock;
    OutboxQueue m_queue;
    QHash<CommandId, int> m_missed;          ///< how often the server has said that it lacks what they name
    QHash<CommandId, milliseconds> m_pauses; ///< before each is sent again the next time; of this connection
    qint64 m_cursor = 0;
    // A write waits for the disk. What comes meanwhile is in the next one, so that a thousand commands take few.
    QVector<Command> m_toMark;   ///< under way, and not in the store as being so
    QVector<Command> m_toSettle; ///< confirmed, and not out of the store
    bool m_isMarking = false;
    bool m_isSettling = false;
    bool m_online = false;
    bool m_restored = false;
    std::optional<milliseconds> m_readAgain; ///< when what the last run left could not be read
    milliseconds m_readPause = retryDelay;
    QVector<Command> m_early;                      ///< added before what the last run left
    QSet<CommandId> m_read;                        ///< was there already; one that this run wrote may yet be added
    QVector<std::function<void()>> m_whenRestored; ///< asked for before it is known what that is
};

} // namespace frontdesk::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "store/Store.h"
#include "sync/HoleFiller.h"
#include "sync/LostCommands.h"

#include <deque>

namespace frontdesk::sync {

/// Keeps the cache in step with the server's journal (docs/protocol.md, 3): a snapshot when there is nothing to go on
/// from, pages up to the head, then pushes. Every batch is one transaction together with the cursor, and the next one
/// waits for it. A push that does not continue where the cache is means that something was lost: pages are read again.
/// Engine thread.
class SyncEngine final : public QObject {
    Q_OBJECT

public:
    SyncEngine(dialect::Link &link, store::Store &store, QObject *parent = nullptr);

    void start(const dialect::Ready &ready);
    void stop(); ///< the link is gone
    void push(JournalBatch batch);
    /// Empties the cache. While connected a snapshot follows at once, else with the next connection.
    void clearCache();

Q_SIGNALS:
    void caughtUp();   ///< everything up to the head is in the cache
    void fellBehind(); ///< not any more; caughtUp follows
    void progressed();
    /// The server's journal is another one. What of this person's it has no more is in the outbox again: `waiting` is
    /// to be sent, `gone` was acknowledged and is refused with this reason; oldest first.
    void lost(const QVector<frontdesk::Command> &waiting, const QVector<frontdesk::Command> &gone,
              const frontdesk::Error &reason);
    void journalReplaced();       ///< what was known of the server's journal no longer holds
    void cursorMoved(qint64 seq); ///< everything up to it is safely in the cache
    void changed(const frontdesk::store::Changes &changes);
    void messageArrived(const frontdesk::Message &message); ///< of another person, while caught up
    void noticed(const frontdesk::Error &error);            ///< for a person to read
    void holeFilled(const frontdesk::store::Ledger::Hole &hole, int rows);
    void unusable(const frontdesk::Error &reason); ///< this connection leads nowhere

private:
    enum class Phase {
        Stopped,
        Starting, ///< reading whose files these are, and the cursor
        Snapshot,
        Paging,
        Live, ///< applying pushes
    };

    void readCursor(const dialect::Ready &ready);
    void startAt(const Cursor &cursor, const dialect::Ready &ready);
    void requestSnapshot(const QString &page);
    void writeSnapshot(const dialect::SnapshotPart &part, bool first);
    void readPages(); ///< from the position on
    void requestPage();
    void receivePage(const JournalBatch &page);
    void askAhead();
    void writePages();
    void drain();
    void applyPushes();

    /// Writes what can be written of batches that continue at the cursor; then `done`, unless it failed.
    void write(const QVector<JournalBatch> &batches, std::function<void()> done);
    void writeFailed(const Error &reason);
    void announce(const QVector<JournalBatch> &batches);
    /// Wraps a handler so that it runs only while the connection it belongs to lives, and errors end that connection.
    template <class T, class Handler>
    auto guarded(Handler handler, std::function<void()> again = {});
    /// Too much at once for the server: asked again when it says. False: it is something else.
    bool askLater(const Error &reason, std::function<void()> again);
    void fail(const Error &reason);

    dialect::Link &m_link;
    store::Store &m_store;
    LostCommands m_lostCommands;
    HoleFiller m_holeFiller;
    Phase m_phase = Phase::Stopped;
    int m_connection = 0; ///< tells answers of this connection from those of an earlier one
    UserId m_me;
    qint64 m_position = 0;    ///< how far the server has told; rows beyond the stored seq are not for this user
    qint64 m_stored = 0;      ///< the cursor in the store: the last place whose mark is known
    bool m_announced = false; ///< caughtUp has been said
    bool m_writing = false;
    qint64 m_received = 0;             ///< how far pages have come; they are written behind it
    bool m_more = false;               ///< the last page was not the final one
    bool m_asking = false;             ///< a page is on its way
    int m_reading = 0;                 ///< tells pages of this run of them from those of an earlier one
    QVector<JournalBatch> m_pages;     ///< not written yet, in order
    bool m_resumed = false;            ///< the cursor was read again, and nothing has been written since
    std::deque<JournalBatch> m_pushes; ///< not applied yet, in order
};

} // namespace frontdesk::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Packets.h"
#include "sync/OutboxQueue.h"

#include <deque>

namespace frontdesk::model {

/// The client's side: a cache and an outbox that survive a crash, and the session over them that does not. Which
/// command goes out next is decided by the program's own queue.
class ClientModel {
public:
    ClientModel(UserId me, Bug bug);

    [[nodiscard]] const UserId &me() const { return m_me; }
    [[nodiscard]] const CacheModel &cache() const { return m_cache; }
    [[nodiscard]] const QVector<PendingCommand> &outbox() const { return m_outbox; }
    [[nodiscard]] bool isConnected() const { return m_phase != Phase::Offline; }
    [[nodiscard]] bool isLive() const { return m_phase == Phase::Live && m_pushes.empty(); }
    /// Own commands of which the person was told that a restored server may not have them.
    [[nodiscard]] const QSet<CommandId> &toldAsLost() const { return m_toldAsLost; }

    /// A change of a record gets its basis. Returns the command as it is in the outbox.
    Command type(Command command);
    void connectTo(int connection);
    void disconnect();
    void crash();
    /// As a crash, and the cache is what it was some time ago: its writes were not synced.
    void losePower(const CacheModel &earlier);
    void timeOut(); ///< of one command under way
    void receive(const ToClient &packet);
    [[nodiscard]] std::vector<ToServer> takeOutgoing() { return std::exchange(m_outgoing, {}); }

private:
    enum class Phase { Offline, Greeting, Snapshot, Paging, Live };

    void on(const ToClient::Ready &ready);
    void on(const Answer &answer);
    void on(const ToClient::Page &page);
    void on(const ToClient::Snapshot &snapshot);
    void on(const ToClient::Rows &rows);
    void on(const ToClient::Push &push);
    void drain();
    void requestPage();
    void apply(const JournalBatch &batch);
    void writeLateRows();
    void rewound();
    void complete(ChangeRecord &change) const;
    void addOwn(const RecordRef &record, QVector<CommandId> &after) const;
    void settle(const CommandId &id);
    void pump();
    void removeConfirmed();
    void setState(const CommandId &id, Delivery state);
    void removeFromOutbox(const CommandId &id);
    template <class Content>
    void send(Content content)
    {
        m_outgoing.push_back({m_connection, std::move(content)});
    }

    const UserId m_me;
    const Bug m_bug;
    // Survive a crash
    CacheModel m_cache;
    QVector<PendingCommand> m_outbox;
    QSet<CommandId> m_toldAsLost;
    QSet<CommandId> m_typed;
    QVector<Command> m_settled; ///< acknowledged, with their rows in the cache
    // Do not
    bool m_journalReplaced = false;
    Phase m_phase = Phase::Offline;
    int m_connection = 0;
    int m_request = 0;
    qint64 m_position = 0;
    std::deque<JournalBatch> m_pushes;
    std::set<CacheModel::Hole> m_asked;
    sync::OutboxQueue m_queue;
    QVector<DecodedRow> m_lateRows; ///< for the mistake of writing the cursor first
    std::vector<ToServer> m_outgoing;
};

} // namespace frontdesk::model

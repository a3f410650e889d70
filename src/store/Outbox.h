// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"
#include "store/Database.h"
#include "store/Migrations.h"

namespace frontdesk::store {

/// The migrations of outbox.sqlite.
std::span<const Migration> outboxMigrations();

/// outbox.sqlite on one connection: what the person typed and the server does not have. Each writing method is one
/// transaction. Throws StorageFailure.
class Outbox {
public:
    explicit Outbox(std::unique_ptr<Database> database);

    [[nodiscard]] Database &database() { return *m_database; }

    void enqueue(const Command &command); ///< a message takes the place of its conversation's draft
    void setState(const CommandId &id, Delivery state, const Error &refusal = {});
    void setQueued(const QVector<CommandId> &ids);
    void requeueSending(); ///< after a start: what was being sent has an unknown fate
    void remove(const CommandId &id);
    /// Acknowledged, and its row is in the cache. What could not be seen anywhere else if the server lost it is kept
    /// for 30 days. `now`: milliseconds since 1970.
    void settle(const CommandId &id, qint64 now);
    [[nodiscard]] QVector<Command> settled(); ///< oldest first
    /// The server has them no more. Messages are refused commands again, with this reason; a conversation waits to be
    /// made again, so that they have a place.
    void lose(const QVector<CommandId> &ids, const Error &reason);
    void saveDraft(const ConversationId &conversation, const QString &text);

    [[nodiscard]] QVector<PendingCommand> pending(); ///< oldest first
    [[nodiscard]] QVector<CommandBody> bodiesOf(const QVector<CommandId> &ids);
    [[nodiscard]] int unreadable(); ///< commands in the file that this version does not understand
    [[nodiscard]] QString draft(const ConversationId &conversation);
    [[nodiscard]] QHash<ConversationId, QString> drafts();

private:
    std::unique_ptr<Database> m_database;
    Statement m_enqueue, m_setState, m_requeue, m_remove, m_pending, m_body, m_saveDraft, m_dropDraft, m_draft,
        m_drafts;
    Statement m_settle, m_settled, m_lose, m_unsettle, m_forget;
};

} // namespace frontdesk::store

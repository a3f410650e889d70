// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Begun.h"
#include "store/Database.h"
#include "store/OutboxSchema.h"

#include <QtCore/QSet>

namespace frontdesk::store {

/// outbox.sqlite on one connection: what the person typed and the server does not have. Each writing method is one
/// transaction. Throws StorageFailure.
class Outbox {
public:
    explicit Outbox(std::unique_ptr<Database> database);

    [[nodiscard]] Database &database() { return *m_database; }

    /// A message takes the place of its conversation's draft, an own value that of one which waits. Within a
    /// transaction of the caller's: several can be written at once.
    void enqueue(const Command &command);
    /// Another command where that one was; those that build on it are returned as they are now. False: it is not here,
    /// or on its way.
    bool replace(const CommandId &old, const Command &command, QVector<Command> &rebuilt);
    void rewrite(const Command &command); ///< the same command with more known of it
    void setState(const CommandId &id, Delivery state, const Error &refusal = {});
    void setStates(const QVector<CommandId> &ids, Delivery state);
    void requeueSending();            ///< after a start: what was being sent has an unknown fate
    void remove(const CommandId &id); ///< with what builds on it: edits of a message, changes of a new record
    /// Acknowledged, and their rows are in the cache. What a person would miss if the server lost it is kept for 29
    /// days. `now`: milliseconds since 1970.
    void settle(const QVector<CommandId> &ids, qint64 now);
    [[nodiscard]] QVector<Command> settled(); ///< oldest first
    /// What this person has set in a record, oldest first; its creation too.
    [[nodiscard]] QVector<CommandId> settledChanges(const RecordRef &record);
    /// The server has them no more. They are refused commands again, with this reason; but a conversation or a record
    /// waits to be made again, and edits of a message that waits or was refused wait for it. Changes that wait have
    /// seen nothing. Returns those that wait.
    QVector<Command> lose(const QVector<CommandId> &ids, const Error &reason);
    /// `profile:update` of earlier versions did not say whose.
    void adoptProfileChanges(const UserId &me);
    void saveDraft(const ConversationId &conversation, const QString &text);
    void saveDraftFiles(const ConversationId &conversation, const QVector<FileRef> &files);
    void saveBegun(const RecordRef &about, RecordKind kind, const QJsonObject &fields);
    void dropBegun(const BegunKey &begun); ///< within a transaction of the caller's

    [[nodiscard]] QVector<PendingCommand> pending(); ///< oldest first
    [[nodiscard]] QVector<PendingCommand> refused(); ///< of those; oldest first
    /// How many are not refused; positions of reading and own values are not counted: nobody waits for them.
    [[nodiscard]] int waitingCount();
    [[nodiscard]] int refusedCount();
    [[nodiscard]] std::optional<PendingCommand> pending(const CommandId &id);
    [[nodiscard]] QVector<PendingCommand> pendingOf(const RecordRef &record); ///< of the CRM; oldest first
    [[nodiscard]] bool isAboutRecords() { return m_anyOfRecord.exists(); }    ///< whether any command is
    [[nodiscard]] QVector<PendingCommand> pendingOfRecords();                 ///< of all of them
    [[nodiscard]] QVector<Command> commandsOf(const QVector<CommandId> &ids);
    [[nodiscard]] int unreadable(); ///< commands in the file that this version does not understand
    [[nodiscard]] QString draft(const ConversationId &conversation);
    [[nodiscard]] QHash<ConversationId, QString> drafts();
    [[nodiscard]] QVector<FileRef> draftFiles(const ConversationId &conversation);
    [[nodiscard]] QJsonObject begun(const RecordRef &about, RecordKind kind);
    [[nodiscard]] QSet<QString> neededFiles(); ///< hashes of those that commands and drafts name

private:
    struct Understood {
        QString fields; ///< as they are in the file
        Command command;
    };
    [[nodiscard]] QVector<PendingCommand> readAll(Statement &statement);
    void removeWaiting(const SetOwnValue &own);
    void dropDraft(const SendMessage &send);
    Delivery takeBack(const Command &command, const Error &reason);

    std::unique_ptr<Database> m_database;
    Statement m_enqueue, m_makeAgain, m_replace, m_rewrite, m_setState, m_requeue, m_remove, m_pending, m_refused,
        m_countWaiting, m_countRefused, m_one, m_ofRecord, m_ofRecords, m_anyOfRecord, m_saveDraft, m_dropDraft,
        m_draft, m_drafts, m_profileChanges, m_adoptProfileChange;
    Statement m_settle, m_settled, m_settledChanges, m_settledCreations, m_oneSettled, m_unsettle, m_forget;
    Statement m_saveDraftFiles, m_dropDraftFiles, m_draftFiles, m_allDraftFiles, m_naming;
    Statement m_saveBegun, m_dropBegun, m_begun;
    QHash<QString, Understood> m_understood; ///< of the last reading of all, by their ids
};

} // namespace frontdesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionManager.h"
#include "connection/ConnectionTest.h"
#include "sync/Downloads.h"
#include "sync/FigureWatch.h"
#include "sync/OutboxRunner.h"
#include "sync/OwnTyping.h"
#include "sync/OwnViewing.h"
#include "sync/PassingWriter.h"
#include "sync/PresenceTracker.h"
#include "sync/RetentionKeeper.h"
#include "sync/Session.h"
#include "sync/SyncEngine.h"
#include "sync/TokenKeeper.h"
#include "sync/TypingTracker.h"
#include "sync/Uploads.h"
#include "sync/ViewerTracker.h"

#include <QtCore/QPromise>
#include <QtCore/QTimer>

namespace frontdesk::sync {

/// The parts of a session wired together; its owner gives it a thread of its own.
class Engine final : public QObject {
    Q_OBJECT

public:
    Engine(const SessionOptions &options, std::shared_ptr<store::Store> store, std::shared_ptr<const Clock> clock);
    ~Engine() override;

    void connectNow() { m_connection.connectNow(); }
    void goOffline() { m_connection.goOffline(); }
    void setCredentials(const dialect::Credentials &credentials);
    void networkChanged() { m_connection.networkChanged(); }
    void testConnection();
    void cancelTest();

    /// `files`: that they name.
    void queued(const QVector<Command> &commands, const QVector<FileRef> &files,
                const QFuture<Result<store::Changes>> &written);
    void replace(const CommandId &old, const Command &command);
    void retry(const CommandId &id, const std::shared_ptr<QPromise<Result<Done>>> &promise);
    void discard(const CommandId &id, const std::shared_ptr<QPromise<Result<Done>>> &promise);
    void written(const QFuture<Result<store::Changes>> &future);

    void setTyping(const ConversationId &conversation, bool typing);
    void setViewing(const std::optional<RecordRef> &record, const QString &field);
    void setPresence(Presence presence);
    void fetchHistory(const ConversationId &conversation, qint64 before,
                      const std::shared_ptr<QPromise<Result<Done>>> &promise);
    void searchServer(const search::Request &request, const std::shared_ptr<QPromise<Result<search::Page>>> &promise);
    void fetchAudit(const AuditQuery &query, const QString &start,
                    const std::shared_ptr<QPromise<Result<dialect::AuditPage>>> &promise);
    void fetchRecordHistory(const RecordRef &record, qint64 beforeSeq,
                            const std::shared_ptr<QPromise<Result<Done>>> &promise);
    void fetchActivities(qint64 beforeSeq, const std::shared_ptr<QPromise<Result<Done>>> &promise);
    void watchFigures(const std::optional<figures::Query> &query) { m_figures.watch(query); }
    void fetchFile(const FileRef &file) { m_downloads.fetch(file); }
    void setFileBudget(qint64 bytes);
    /// Something that lasts names them when that is written.
    void written(const QFuture<Result<store::Changes>> &future, const QVector<FileRef> &files);
    void keepFor(const std::optional<milliseconds> &age) { m_retention.keepFor(age); }
    void clearCache() { m_sync.clearCache(); }

Q_SIGNALS:
    void credentialsChanged(const frontdesk::dialect::Credentials &credentials);
    void statusChanged(const frontdesk::connection::Status &status);
    void changed(const frontdesk::store::Changes &changes);
    void typingChanged(const frontdesk::ConversationId &conversation, const QVector<frontdesk::UserId> &typing);
    void viewersChanged(const frontdesk::RecordRef &record, const QVector<frontdesk::Viewer> &viewers);
    void presenceChanged(const QHash<frontdesk::UserId, frontdesk::PresenceState> &changed);
    void figuresChanged(const frontdesk::figures::Answer &answer);
    void messageArrived(const frontdesk::Message &message);
    void commandQueued(const frontdesk::CommandId &id);
    void commandsNotQueued(const QVector<frontdesk::Command> &commands, const frontdesk::Error &reason);
    void refused(const frontdesk::CommandId &id, const frontdesk::Error &error);
    void acknowledged(const frontdesk::CommandId &id, qint64 seq);
    void fileProgressed(const frontdesk::sync::FileProgress &progress);
    void fileLimitKnown(qint64 bytes);
    void failed(const frontdesk::Error &error);
    void tested(const frontdesk::connection::TestSteps &steps);
    void holeFilled(const frontdesk::store::Ledger::Hole &hole, int rows);

private:
    void noteFile(const FileProgress &progress);
    void trimFiles();
    void notQueued(const CommandId &id, Error reason);
    /// Handles an answer by keeping it in the store; `promise` gets what became of that.
    template <class Part, class Keep>
    auto keeping(std::shared_ptr<QPromise<Result<Done>>> promise, Keep keep);
    void restore();
    void becomeReady(const dialect::Ready &ready);
    void becomeRenewed(const dialect::Credentials &credentials);
    void sendPresence();
    void connectionLost();
    void observe(const QVector<PassingEvent> &events);
    void noteTyping(const QSet<ConversationId> &conversations);
    void noteViewers(bool changed);
    void notePresence(const PresenceTracker::States &changed);
    void sendSign(const OwnTyping::Sign &sign);
    void sendViewing();
    void tick();
    void schedule();

    const SessionOptions m_options;
    std::shared_ptr<store::Store> m_store;
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<dialect::Link> m_link;
    TokenKeeper m_tokens;
    connection::ConnectionManager m_connection;
    SyncEngine m_sync;
    Uploads m_uploads;
    Downloads m_downloads;
    OutboxRunner m_outbox;
    TypingTracker m_typing;
    OwnTyping m_ownTyping;
    ViewerTracker m_viewers;
    OwnViewing m_ownViewing;
    PresenceTracker m_presence;
    PassingWriter m_passing;
    RetentionKeeper m_retention;
    FigureWatch m_figures;
    std::optional<Presence> m_unsentPresence; ///< the person's choice, until the server has it
    qint64 m_fileBudget = usualFileBudget;
    UserId m_me;
    std::unique_ptr<connection::ConnectionTest> m_test;
    bool m_isTestCancelled = false;
    QTimer m_timer; ///< for the nearest of the parts' deadlines
};

} // namespace frontdesk::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"
#include "connection/FlightRecorder.h"
#include "connection/NetworkMonitor.h"
#include "connection/ReconnectPolicy.h"
#include "connection/TestSteps.h"
#include "connection/Timing.h"
#include "dialect/Link.h"
#include "dialect/LoginRequest.h"
#include "dialect/NetworkSettings.h"
#include "domain/Clock.h"
#include "store/Store.h"
#include "sync/FileProgress.h"

#include <QtCore/QMutex>
#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QUrl>

#include <atomic>

namespace frontdesk::sync {

class Engine;

inline constexpr qint64 usualFileBudget = qint64(500) * 1024 * 1024; ///< bytes of files on this computer

struct SessionOptions {
    QUrl server; ///< http or https address of the server
    dialect::Credentials credentials;
    QString client;                                                     ///< name and version, told to the server
    std::shared_ptr<const dialect::SharedNetworkSettings> network = {}; ///< how to reach it; empty: as the system says
    std::shared_ptr<connection::NetworkMonitor> monitor = {}; ///< tells when that has changed; empty: the system does
    dialect::LinkFactory link = {};        ///< how to talk to the server; empty: Frontdesk's own protocol
    dialect::RefreshFunction refresh = {}; ///< how to renew the sign-in; empty: as Frontdesk's own server does
    bool observer = false;                 ///< nobody is to be shown as present because of this session
    QString recordFolder = {};             ///< where the flight record is kept; empty: none is
    connection::Timing timing = {};
    connection::ReconnectPolicy::Random random = connection::systemRandom(); ///< for the delays between attempts
};

/// One account on one server: the connection, catch-up, the outbox and the passing signs (typing, viewing, presence).
/// It has an engine thread of its own; every method may be called from any thread, signals are emitted in the engine
/// thread. It is the whole client without a window; frontdeskctl and the models use nothing else.
class Session : public QObject {
    Q_OBJECT

public:
    /// The store is open before the session is made, so that the cache is readable at once and without a connection.
    Session(SessionOptions options, std::shared_ptr<store::Store> store, std::shared_ptr<const Clock> clock,
            QObject *parent = nullptr);
    ~Session() override; ///< ends the connection, waits for the engine thread; nothing in the outbox is lost

    [[nodiscard]] store::Store &store() const; ///< for reads
    [[nodiscard]] connection::Status status() const;

    /// Queues the command durably and returns its id; `queued` and `changed` follow, or `failed` with the id in its
    /// detail's "command" if it could not be written. A change of a record with basis.version 0 has seen what the cache
    /// says now.
    CommandId submit(CommandBody body);
    /// Several at once, in one transaction: all of them or none. For imports, which would wait for the disk with each.
    QVector<CommandId> submit(QVector<CommandBody> bodies);
    /// Another command in place of one that was refused or still waits, such as the same message with a better text:
    /// with a new id, which is returned, and in its place. `queued` follows; or `failed` as above, and the old one is
    /// as it was.
    CommandId replace(const CommandId &id, CommandBody body);
    /// A refused one once more; a change of a record has seen what is there now. Done when that is durably written;
    /// what went wrong `failed` says, too.
    QFuture<Result<Done>> retry(const CommandId &id);
    QFuture<Result<Done>> discard(const CommandId &id); ///< likewise; a message with its edits

    void setTyping(const ConversationId &conversation,
                   bool typing); ///< the own sign; repeated and ended by the session
    /// What is looked at here, told to others who look at it, and which field of it is being changed (again at each
    /// key); nothing: no record is. Repeated by the session. `viewersChanged` follows when there is somebody.
    void setViewing(const std::optional<RecordRef> &record, const QString &field = {});
    void setPresence(Presence presence); ///< the person's choice, kept over reconnects
    void saveDraft(const ConversationId &conversation, const QString &text);
    void saveDraftFiles(const ConversationId &conversation, const QVector<FileRef> &files);
    void saveBegun(const RecordRef &about, RecordKind kind, const QJsonObject &fields);

    /// Copies a file of the person's, so that it can be named by a command or a draft, whatever becomes of the
    /// original; durable when the future is done. Without a connection too.
    QFuture<Result<FileRef>> attach(const QString &path);
    QFuture<Result<FileRef>> attach(const QByteArray &bytes, const QString &name);
    /// From the server onto this computer, now or with the next connection; `fileProgressed` follows.
    void fetchFile(const FileRef &file);
    /// How many bytes files may take on this computer; usualFileBudget at the start.
    void setFileBudget(qint64 bytes);

    QFuture<Result<Done>> fetchHistory(const ConversationId &conversation,
                                       qint64 before); ///< from the server into the cache
    QFuture<Result<Done>> fetchRecordHistory(const RecordRef &record,
                                             qint64 beforeSeq); ///< likewise; 0: the newest
    QFuture<Result<Done>> fetchActivities(qint64 beforeSeq);
    /// From the server, for administrators; nothing of it is kept. An empty start: the newest.
    QFuture<Result<dialect::AuditPage>> fetchAudit(const AuditQuery &query, const QString &start);
    /// What of it the server has and this computer has not.
    QFuture<Result<search::Page>> searchServer(const search::Request &request);

    /// The figures of the dashboard that are looked at from now on, nothing: none. `figuresChanged` follows, when there
    /// is a connection; the last ones are in the store.
    void watchFigures(const std::optional<figures::Query> &query);

    /// How long messages stay in the cache; nothing: for ever, as at the start. Older ones leave it at once and from
    /// then on once a day, step by step.
    void keepFor(std::optional<std::chrono::milliseconds> age);
    /// Everything that the server said leaves this computer, and is read anew as soon as there is a connection. The
    /// outbox stays. `changed` follows, or `failed`.
    void clearCache();

    void connectNow(); ///< "Reconnect now"; also the first connect
    void goOffline();  ///< by hand; connectNow ends it
    /// The whole way to the server step by step, beside the connection; `tested` follows. One at a time: another
    /// begins anew.
    void testConnection();
    void cancelTest();
    QFuture<connection::FlightRecord> flightRecord(); ///< empty when none is kept
    /// After signing in again; connects if that is what was waited for.
    void setCredentials(const dialect::Credentials &credentials);

Q_SIGNALS:
    /// The sign-in was renewed: to be kept in place of what was kept before. What was kept stays good for a while, so
    /// that a crash in between loses nothing.
    void credentialsChanged(const frontdesk::dialect::Credentials &credentials);
    void statusChanged(const frontdesk::connection::Status &status);
    void changed(const frontdesk::store::Changes &changes);
    void typingChanged(const frontdesk::ConversationId &conversation, const QVector<frontdesk::UserId> &typing);
    /// Who else looks at the record that is looked at here; nobody as soon as it no longer is.
    void viewersChanged(const frontdesk::RecordRef &record, const QVector<frontdesk::Viewer> &viewers);
    void presenceChanged(const QHash<frontdesk::UserId, frontdesk::PresenceState>
                             &changed); ///< all become Offline with last seen when the connection is lost
    void fileProgressed(const frontdesk::sync::FileProgress &progress);
    void figuresChanged(const frontdesk::figures::Answer &answer);
    void messageArrived(const frontdesk::Message &message); ///< of another person, live (not while catching up)
    void queued(const frontdesk::CommandId &id);            ///< durably in the outbox: it survives a crash from now on
    /// What was submitted together could not be written: it is nowhere but here. `failed` follows for each of them.
    void notQueued(const QVector<frontdesk::Command> &commands, const frontdesk::Error &reason);
    void refused(const frontdesk::CommandId &id, const frontdesk::Error &error);
    void acknowledged(const frontdesk::CommandId &id, qint64 seq);
    void failed(const frontdesk::Error &error); ///< something a person should read, such as a full disk
    void tested(const frontdesk::connection::TestSteps &steps);
    void holeFilled(const frontdesk::store::Ledger::Hole &hole, int rows); ///< what was lost on the way was fetched

private:
    void makeEngine(const SessionOptions &options); ///< engine thread
    [[nodiscard]] Command made(CommandBody body);
    void inEngine(std::function<void(Engine &)> task) const;
    void adopt(const connection::Status &status);

    std::shared_ptr<store::Store> m_store;
    std::shared_ptr<const Clock> m_clock;
    UuidV7Sequence m_ids;
    std::atomic<qint64> m_fileLimit = limits::fileBytes; ///< of the server, as far as it has said
    std::shared_ptr<connection::NetworkMonitor> m_monitor;
    std::unique_ptr<connection::FlightRecorder> m_recorder;
    QThread m_thread;
    mutable QObject m_door;     ///< lives in m_thread, to enter it by
    Engine *m_engine = nullptr; ///< likewise, and is known there alone
    mutable QMutex m_statusLock;
    connection::Status m_status;
};

} // namespace frontdesk::sync

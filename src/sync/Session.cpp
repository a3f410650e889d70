// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Session.h"

#include "sync/Engine.h"

namespace frontdesk::sync {

namespace {

/// A promise for an answer that the engine gives later.
template <class T = Done>
struct Asked {
    std::shared_ptr<QPromise<Result<T>>> promise = std::make_shared<QPromise<Result<T>>>();
    Asked() { promise->start(); }
};

} // namespace

Session::Session(SessionOptions options, std::shared_ptr<store::Store> store, std::shared_ptr<const Clock> clock,
                 QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_clock(std::move(clock))
    , m_monitor(options.monitor ? options.monitor : std::make_shared<connection::SystemNetworkMonitor>())
{
    m_status.server = options.server.toString();
    if (!options.recordFolder.isEmpty())
        m_recorder = std::make_unique<connection::FlightRecorder>(options.recordFolder, m_clock);
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();

    // Nobody waits for the engine: what is asked of it comes after this.
    m_door.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &m_door, [this, options = std::move(options)] { makeEngine(options); }, Qt::QueuedConnection);
    connect(m_monitor.get(), &connection::NetworkMonitor::changed, this,
            [this] { inEngine([](Engine &engine) { engine.networkChanged(); }); });
}

void Session::makeEngine(const SessionOptions &options)
{
    m_engine = new Engine(options, m_store, m_clock);
    connect(m_engine, &Engine::statusChanged, this, &Session::adopt, Qt::DirectConnection);
    connect(m_engine, &Engine::credentialsChanged, this, &Session::credentialsChanged, Qt::DirectConnection);
    connect(m_engine, &Engine::changed, this, &Session::changed, Qt::DirectConnection);
    connect(m_engine, &Engine::typingChanged, this, &Session::typingChanged, Qt::DirectConnection);
    connect(m_engine, &Engine::viewersChanged, this, &Session::viewersChanged, Qt::DirectConnection);
    connect(m_engine, &Engine::presenceChanged, this, &Session::presenceChanged, Qt::DirectConnection);
    connect(m_engine, &Engine::figuresChanged, this, &Session::figuresChanged, Qt::DirectConnection);
    connect(m_engine, &Engine::messageArrived, this, &Session::messageArrived, Qt::DirectConnection);
    connect(m_engine, &Engine::commandQueued, this, &Session::queued, Qt::DirectConnection);
    connect(m_engine, &Engine::commandsNotQueued, this, &Session::notQueued, Qt::DirectConnection);
    connect(m_engine, &Engine::refused, this, &Session::refused, Qt::DirectConnection);
    connect(m_engine, &Engine::acknowledged, this, &Session::acknowledged, Qt::DirectConnection);
    connect(m_engine, &Engine::fileProgressed, this, &Session::fileProgressed, Qt::DirectConnection);
    connect(
        m_engine, &Engine::fileLimitKnown, this, [this](qint64 bytes) { m_fileLimit = bytes; }, Qt::DirectConnection);
    connect(m_engine, &Engine::failed, this, &Session::failed, Qt::DirectConnection);
    connect(m_engine, &Engine::tested, this, &Session::tested, Qt::DirectConnection);
    connect(m_engine, &Engine::holeFilled, this, &Session::holeFilled, Qt::DirectConnection);
}

Session::~Session()
{
    // Commands that are being written to the outbox get there with the store's own thread, which ends after this.
    QMetaObject::invokeMethod(
        &m_door, [this] { delete std::exchange(m_engine, nullptr); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Session::inEngine(std::function<void(Engine &)> task) const
{
    QMetaObject::invokeMethod(
        &m_door, [this, task = std::move(task)] { task(*m_engine); }, Qt::QueuedConnection);
}

void Session::adopt(const connection::Status &status)
{
    {
        const QMutexLocker lock(&m_statusLock);
        m_status = status;
    }
    if (m_recorder)
        m_recorder->observe(status);
    Q_EMIT statusChanged(status);
}

store::Store &Session::store() const
{
    return *m_store;
}

connection::Status Session::status() const
{
    const QMutexLocker lock(&m_statusLock);
    return m_status;
}

Command Session::made(CommandBody body)
{
    const milliseconds now = m_clock->utc();
    return {.id = CommandId(m_ids.next(now)), .at = now.count(), .body = std::move(body)};
}

CommandId Session::submit(CommandBody body)
{
    return submit(QVector<CommandBody>{std::move(body)}).constFirst();
}

QVector<CommandId> Session::submit(QVector<CommandBody> bodies)
{
    QVector<Command> commands;
    QVector<CommandId> ids;
    QVector<FileRef> files;
    for (CommandBody &body : bodies) {
        files += filesOf(body);
        commands.append(made(std::move(body)));
        ids.append(commands.constLast().id);
    }
    // Handed to the store here and not in the engine, so that it is written in the order of the calls.
    inEngine([commands, files, written = m_store->enqueue(commands)](Engine &engine) {
        engine.queued(commands, files, written);
    });
    return ids;
}

CommandId Session::replace(const CommandId &id, CommandBody body)
{
    const Command command = made(std::move(body));
    inEngine([id, command](Engine &engine) { engine.replace(id, command); });
    return command.id;
}

QFuture<Result<Done>> Session::retry(const CommandId &id)
{
    const Asked<> asked;
    inEngine([=](Engine &engine) { engine.retry(id, asked.promise); });
    return asked.promise->future();
}

QFuture<Result<Done>> Session::discard(const CommandId &id)
{
    const Asked<> asked;
    inEngine([=](Engine &engine) { engine.discard(id, asked.promise); });
    return asked.promise->future();
}

void Session::setTyping(const ConversationId &conversation, bool typing)
{
    inEngine([=](Engine &engine) { engine.setTyping(conversation, typing); });
}

void Session::setViewing(const std::optional<RecordRef> &record, const QString &field)
{
    inEngine([=](Engine &engine) { engine.setViewing(record, field); });
}

void Session::setPresence(Presence presence)
{
    inEngine([presence](Engine &engine) { engine.setPresence(presence); });
}

void Session::saveDraft(const ConversationId &conversation, const QString &text)
{
    inEngine([written = m_store->saveDraft(conversation, text)](Engine &engine) { engine.written(written); });
}

void Session::saveDraftFiles(const ConversationId &conversation, const QVector<FileRef> &files)
{
    inEngine([files, written = m_store->saveDraftFiles(conversation, files)](Engine &engine) {
        engine.written(written, files);
    });
}

void Session::saveBegun(const RecordRef &about, RecordKind kind, const QJsonObject &fields)
{
    inEngine([written = m_store->saveBegun(about, kind, fields)](Engine &engine) { engine.written(written); });
}

QFuture<Result<FileRef>> Session::attach(const QString &path)
{
    return m_store->blobs().adopt(path, m_fileLimit);
}

QFuture<Result<FileRef>> Session::attach(const QByteArray &bytes, const QString &name)
{
    return m_store->blobs().adoptBytes(bytes, name, m_fileLimit);
}

void Session::fetchFile(const FileRef &file)
{
    inEngine([file](Engine &engine) { engine.fetchFile(file); });
}

void Session::setFileBudget(qint64 bytes)
{
    inEngine([bytes](Engine &engine) { engine.setFileBudget(bytes); });
}

QFuture<Result<Done>> Session::fetchHistory(const ConversationId &conversation, qint64 before)
{
    const Asked<> asked;
    inEngine([=](Engine &engine) { engine.fetchHistory(conversation, before, asked.promise); });
    return asked.promise->future();
}

QFuture<Result<Done>> Session::fetchRecordHistory(const RecordRef &record, qint64 beforeSeq)
{
    const Asked<> asked;
    inEngine([=](Engine &engine) { engine.fetchRecordHistory(record, beforeSeq, asked.promise); });
    return asked.promise->future();
}

QFuture<Result<Done>> Session::fetchActivities(qint64 beforeSeq)
{
    const Asked<> asked;
    inEngine([=](Engine &engine) { engine.fetchActivities(beforeSeq, asked.promise); });
    return asked.promise->future();
}

QFuture<Result<dialect::AuditPage>> Session::fetchAudit(const AuditQuery &query, const QString &start)
{
    const Asked<dialect::AuditPage> asked;
    inEngine([=](Engine &engine) { engine.fetchAudit(query, start, asked.promise); });
    return asked.promise->future();
}

QFuture<Result<search::Page>> Session::searchServer(const search::Request &request)
{
    const Asked<search::Page> asked;
    inEngine([=](Engine &engine) { engine.searchServer(request, asked.promise); });
    return asked.promise->future();
}

void Session::watchFigures(const std::optional<figures::Query> &query)
{
    inEngine([query](Engine &engine) { engine.watchFigures(query); });
}

void Session::keepFor(std::optional<milliseconds> age)
{
    inEngine([age](Engine &engine) { engine.keepFor(age); });
}

void Session::clearCache()
{
    inEngine([](Engine &engine) { engine.clearCache(); });
}

void Session::connectNow()
{
    inEngine([](Engine &engine) { engine.connectNow(); });
}

void Session::goOffline()
{
    inEngine([](Engine &engine) { engine.goOffline(); });
}

void Session::testConnection()
{
    inEngine([](Engine &engine) { engine.testConnection(); });
}

void Session::cancelTest()
{
    inEngine([](Engine &engine) { engine.cancelTest(); });
}

QFuture<connection::FlightRecord> Session::flightRecord()
{
    return m_recorder ? m_recorder->read() : QtFuture::makeReadyFuture(connection::FlightRecord{});
}

void Session::setCredentials(const dialect::Credentials &credentials)
{
    inEngine([credentials](Engine &engine) { engine.setCredentials(credentials); });
}

} // namespace frontdesk::sync

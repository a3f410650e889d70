// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Engine.h"

#include "dialect/Authorities.h"
#include "dialect/FrontdeskLink.h"
#include "dialect/ProxyFor.h"
#include "domain/SearchFind.h"
#include "domain/WhenDone.h"

#include <algorithm>

namespace frontdesk::sync {

namespace {

std::unique_ptr<dialect::Link> makeLink(const SessionOptions &options)
{
    return options.link ? options.link() : std::make_unique<dialect::FrontdeskLink>(options.server, options.network);
}

OutboxRunner::Outcome answering(const std::shared_ptr<QPromise<Result<Done>>> &promise)
{
    return [promise](const std::optional<Error> &problem) {
        promise->addResult(problem ? Result<Done>(*problem) : Done());
        promise->finish();
    };
}

} // namespace

Engine::Engine(const SessionOptions &options, std::shared_ptr<store::Store> store, std::shared_ptr<const Clock> clock)
    : m_options(options)
    , m_store(std::move(store))
    , m_clock(std::move(clock))
    , m_link(makeLink(options))
    , m_tokens(options.credentials,
               options.refresh ? options.refresh : dialect::refreshingAt(options.server, options.network), m_clock,
               options.random)
    , m_connection(
          *m_link, m_clock, connection::ReconnectPolicy(options.random),
          {.server = options.server.toString(),
           .token = options.credentials.token,
           .client = options.client,
           .observer = options.observer,
           .renewToken = [this] { return m_tokens.renew(); }},
          [this] { return m_store->cursor(); }, options.timing)
    , m_sync(*m_link, *m_store)
    , m_uploads(*m_link, *m_store)
    , m_downloads(*m_link, *m_store)
    , m_outbox(*m_link, *m_store, m_uploads, m_clock)
    , m_retention(*m_store, m_clock)
    , m_figures(*m_link, *m_store, m_clock)
{
    using connection::ConnectionManager;
    connect(&m_connection, &ConnectionManager::statusChanged, this, &Engine::statusChanged);
    connect(&m_connection, &ConnectionManager::ready, this, &Engine::becomeReady);
    connect(&m_connection, &ConnectionManager::lost, this, &Engine::connectionLost);
    connect(&m_connection, &ConnectionManager::statusChanged, this, [this](const connection::Status &status) {
        if (status.clockSkew)
            m_tokens.setClockSkew(*status.clockSkew);
        schedule();
    });
    connect(&m_tokens, &TokenKeeper::renewed, this, &Engine::becomeRenewed);
    connect(&m_tokens, &TokenKeeper::deadlineMoved, this, &Engine::schedule);
    connect(&m_connection, &ConnectionManager::headReported, &m_sync, &SyncEngine::push);

    connect(m_link.get(), &dialect::Link::pushed, &m_sync, &SyncEngine::push);
    connect(m_link.get(), &dialect::Link::passed, this, &Engine::observe);
    connect(m_link.get(), &dialect::Link::noticed, this, &Engine::failed);

    connect(&m_sync, &SyncEngine::progressed, &m_connection, &ConnectionManager::progressed);
    connect(&m_sync, &SyncEngine::fellBehind, &m_connection, &ConnectionManager::fellBehind);
    connect(&m_sync, &SyncEngine::unusable, &m_connection, &ConnectionManager::giveUp);
    connect(&m_sync, &SyncEngine::caughtUp, this, [this] {
        m_connection.caughtUp();
        sendPresence(); // chosen while catching up, or not answered in time
        m_outbox.online();
        m_downloads.online();
        m_figures.online();
    });
    connect(&m_sync, &SyncEngine::cursorMoved, this, [this](qint64 seq) {
        m_outbox.cursorMoved(seq);
        m_passing.applied(seq);
        tick();
    });
    connect(&m_sync, &SyncEngine::lost, &m_outbox, &OutboxRunner::lost);
    connect(&m_sync, &SyncEngine::journalReplaced, &m_outbox, &OutboxRunner::journalReplaced);
    connect(&m_sync, &SyncEngine::changed, this, &Engine::changed);
    connect(&m_sync, &SyncEngine::messageArrived, this, &Engine::messageArrived);
    connect(&m_sync, &SyncEngine::noticed, this, &Engine::failed);
    connect(&m_sync, &SyncEngine::holeFilled, this, &Engine::holeFilled);

    connect(&m_outbox, &OutboxRunner::changed, this, &Engine::changed);
    connect(&m_outbox, &OutboxRunner::acknowledged, this, &Engine::acknowledged);
    connect(&m_outbox, &OutboxRunner::refused, this, &Engine::refused);
    connect(&m_outbox, &OutboxRunner::failed, this, &Engine::failed);
    connect(&m_outbox, &OutboxRunner::unusable, this, [this](const Error &reason) {
        Q_EMIT failed(reason);
        m_connection.giveUp(reason);
    });
    connect(&m_outbox, &OutboxRunner::deadlineMoved, this, &Engine::schedule);

    connect(&m_uploads, &Uploads::progressed, this, &Engine::noteFile);
    connect(&m_downloads, &Downloads::progressed, this, &Engine::noteFile);

    connect(&m_retention, &RetentionKeeper::changed, this, &Engine::changed);
    connect(&m_retention, &RetentionKeeper::failed, this, &Engine::failed);
    connect(&m_retention, &RetentionKeeper::deadlineMoved, this, &Engine::schedule);

    connect(&m_figures, &FigureWatch::changed, this, &Engine::figuresChanged);
    connect(&m_figures, &FigureWatch::failed, this, &Engine::failed);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Engine::tick);
    restore();
}

Engine::~Engine()
{
    m_store->onReadError({}); // the store may outlive this
    // The link's last answers must find the parts that asked.
    m_link->disconnect(this);
    m_sync.stop();
    m_outbox.offline();
    m_downloads.offline();
    m_figures.offline();
    m_link->close();
}

void Engine::restore()
{
    // Called in the thread of the read: told in this one.
    m_store->onReadError([this](const Error &error) {
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    });
    m_outbox.restore();
    whenDone(m_store->lastSeen(), this,
             [this](const QHash<UserId, qint64> &lastSeen) { notePresence(m_presence.restore(lastSeen)); });
}

void Engine::setCredentials(const dialect::Credentials &credentials)
{
    m_tokens.adopt(credentials);
    m_connection.setToken(credentials.token);
    if (m_connection.status().state == connection::State::SignInNeeded)
        m_connection.connectNow();
}

void Engine::testConnection()
{
    m_test.reset();
    m_isTestCancelled = false;
    whenDone(m_store->cursor(), this, [this](const Cursor &cursor) {
        const dialect::NetworkSettings network =
            m_options.network ? m_options.network->get() : dialect::NetworkSettings();
        const auto authorities = dialect::readAuthorities(network.authorityFile);
        m_test = std::make_unique<connection::ConnectionTest>(
            connection::TestOptions{
                .server = m_options.server,
                .token = m_connection.identity().token,
                .client = m_options.client,
                .cursor = cursor,
                .renew = [this] { return m_tokens.current(); },
                .link = [this] { return makeLink(m_options); },
                .proxy = dialect::proxyFor(network, m_options.server),
                // A file that cannot be read is what the step with the link tells of.
                .tls = dialect::trusting(authorities ? authorities.value() : QList<QSslCertificate>())},
            m_clock);
        connect(m_test.get(), &connection::ConnectionTest::changed, this, &Engine::tested);
        m_test->start();
        if (m_isTestCancelled)
            m_test->cancel();
    });
}

void Engine::cancelTest()
{
    m_isTestCancelled = true; // also one that has not begun
    if (m_test)
        m_test->cancel();
}

void Engine::becomeRenewed(const dialect::Credentials &credentials)
{
    m_connection.setToken(credentials.token);
    if (m_connection.status().state == connection::State::Online)
        m_link->renew(credentials.token);
    Q_EMIT credentialsChanged(credentials);
}

void Engine::becomeReady(const dialect::Ready &ready)
{
    m_me = ready.me.id;
    m_uploads.setPiece(ready.capabilities.filePiece);
    m_downloads.setPiece(ready.capabilities.filePiece);
    Q_EMIT fileLimitKnown(ready.capabilities.file);
    sendPresence();
    m_sync.start(ready);
}

void Engine::connectionLost()
{
    m_sync.stop();
    m_outbox.offline();
    m_downloads.offline();
    m_figures.offline();
    m_ownTyping.clear();
    m_ownViewing.connectionLost();
    m_passing.connectionLost();
    noteTyping(m_typing.clear());
    noteViewers(m_viewers.clear());
    notePresence(m_presence.connectionLost(m_clock->utc().count()));
    schedule();
}

void Engine::setFileBudget(qint64 bytes)
{
    m_fileBudget = bytes;
    trimFiles();
}

void Engine::trimFiles()
{
    (void)m_store->trimFiles(m_fileBudget); // what cannot be removed now is looked at again with the next file
}

void Engine::noteFile(const FileProgress &progress)
{
    if (progress.state == FileProgress::State::Here || progress.state == FileProgress::State::Gone)
        trimFiles();
    Q_EMIT fileProgressed(progress);
}

void Engine::written(const QFuture<Result<store::Changes>> &future, const QVector<FileRef> &files)
{
    whenDone(future, this, [this, files](const Result<store::Changes> &result) {
        if (result && !files.isEmpty())
            m_store->blobs().release(files);
    });
    written(future);
}

void Engine::queued(const QVector<Command> &commands, const QVector<FileRef> &files,
                    const QFuture<Result<store::Changes>> &written)
{
    whenDone(written, this, [this, commands, files](const Result<store::Changes> &result) {
        if (!result) {
            Q_EMIT commandsNotQueued(commands, result.error());
            for (const Command &command : commands)
                notQueued(command.id, result.error());
            return;
        }
        if (!files.isEmpty())
            m_store->blobs().release(files);
        m_outbox.add(result.value().queued);
        Q_EMIT changed(result.value());
        for (const Command &command : commands)
            Q_EMIT commandQueued(command.id);
    });
}

void Engine::replace(const CommandId &old, const Command &command)
{
    m_outbox.replace(old, command, [this, id = command.id](const std::optional<Error> &problem) {
        if (problem)
            notQueued(id, *problem);
        else
            Q_EMIT commandQueued(id);
    });
}

void Engine::retry(const CommandId &id, const std::shared_ptr<QPromise<Result<Done>>> &promise)
{
    m_outbox.retry(id, answering(promise));
}

void Engine::discard(const CommandId &id, const std::shared_ptr<QPromise<Result<Done>>> &promise)
{
    m_outbox.discard(id, answering(promise));
}

void Engine::notQueued(const CommandId &id, Error reason)
{
    reason.detail.insert(QLatin1String("command"), id.text());
    Q_EMIT failed(reason);
}

void Engine::written(const QFuture<Result<store::Changes>> &future)
{
    whenDone(future, this, [this](const Result<store::Changes> &result) {
        if (result)
            Q_EMIT changed(result.value());
        else
            Q_EMIT failed(result.error());
    });
}

void Engine::setTyping(const ConversationId &conversation, bool typing)
{
    if (const auto sign = m_ownTyping.set(conversation, typing, m_clock->monotonic()))
        sendSign(*sign);
    schedule();
}

void Engine::sendSign(const OwnTyping::Sign &sign)
{
    if (m_connection.status().state == connection::State::Online)
        m_link->setTyping(sign.conversation, sign.typing);
}

void Engine::setViewing(const std::optional<RecordRef> &record, const QString &field)
{
    const auto before = m_viewers.record();
    if (m_viewers.look(record))
        Q_EMIT viewersChanged(*before, {});
    const auto sign = m_ownViewing.set(record, field, m_clock->monotonic());
    if (m_connection.status().state != connection::State::Online)
        m_ownViewing.connectionLost();
    else if (sign)
        m_link->setViewing(sign->record, sign->field);
    schedule();
}

void Engine::sendViewing()
{
    if (m_connection.status().state != connection::State::Online)
        return;
    if (const auto sign = m_ownViewing.tick(m_clock->monotonic()))
        m_link->setViewing(sign->record, sign->field);
}

void Engine::setPresence(Presence presence)
{
    m_unsentPresence = presence;
    if (m_connection.status().state == connection::State::Online)
        sendPresence();
}

void Engine::sendPresence()
{
    // Only what the server does not have: it keeps the choice over reconnects, and another device may have changed it.
    if (!m_unsentPresence)
        return;
    m_link->setPresence(*m_unsentPresence, [this, sent = *m_unsentPresence](const Result<Done> &done) {
        if (m_unsentPresence != sent)
            return;
        const bool lost = !done && done.error().code.startsWith(QLatin1String("connection."));
        if (!lost)
            m_unsentPresence.reset();
        if (!done && !lost)
            Q_EMIT failed(done.error());
    });
}

template <class Part, class Keep>
auto Engine::keeping(std::shared_ptr<QPromise<Result<Done>>> promise, Keep keep)
{
    return [this, promise = std::move(promise), keep = std::move(keep)](const Result<Part> &part) {
        if (!part) {
            promise->addResult(part.error());
            promise->finish();
            return;
        }
        whenDone(keep(part.value()), this, [this, promise](const Result<store::Changes> &result) {
            if (result)
                Q_EMIT changed(result.value());
            promise->addResult(result ? Result<Done>(Done()) : result.error());
            promise->finish();
        });
    };
}

void Engine::fetchHistory(const ConversationId &conversation, qint64 before,
                          const std::shared_ptr<QPromise<Result<Done>>> &promise)
{
    m_link->fetchHistory(conversation, before, keeping<dialect::HistoryPart>(promise, [=, this](const auto &part) {
                             return m_store->addHistory(conversation, part.messages);
                         }));
}

void Engine::fetchRecordHistory(const RecordRef &record, qint64 beforeSeq,
                                const std::shared_ptr<QPromise<Result<Done>>> &promise)
{
    m_link->fetchRecordHistory(record, beforeSeq,
                               keeping<dialect::RecordHistoryPart>(promise, [=, this](const auto &part) {
                                   return m_store->addRecordHistory(record, part.rows);
                               }));
}

void Engine::fetchAudit(const AuditQuery &query, const QString &start,
                        const std::shared_ptr<QPromise<Result<dialect::AuditPage>>> &promise)
{
    m_link->fetchAudit(query, start, [promise](Result<dialect::AuditPage> page) {
        promise->addResult(std::move(page));
        promise->finish();
    });
}

void Engine::searchServer(const search::Request &request,
                          const std::shared_ptr<QPromise<Result<search::Page>>> &promise)
{
    m_link->search(request, [this, request, promise](Result<search::Page> answer) {
        if (!answer) {
            promise->addResult(answer.error());
            promise->finish();
            return;
        }
        search::Page page = std::move(answer).value();
        search::mark(page, request);
        QVector<MessageId> ids;
        for (const search::Hit &hit : std::as_const(page.hits))
            ids.append(hit.message.id);
        whenDone(m_store->cached(ids), this, [promise, page](const QSet<MessageId> &cached) mutable {
            page.hits.removeIf([&](const search::Hit &hit) { return cached.contains(hit.message.id); });
            promise->addResult(std::move(page));
            promise->finish();
        });
    });
}

void Engine::fetchActivities(qint64 beforeSeq, const std::shared_ptr<QPromise<Result<Done>>> &promise)
{
    m_link->fetchActivities(beforeSeq, keeping<dialect::ActivitiesPart>(promise, [this](const auto &part) {
                                return m_store->addActivities(part.activities);
                            }));
}

void Engine::observe(const QVector<PassingEvent> &events)
{
    PresenceTracker::States presence;
    for (const PassingEvent &event : events) {
        if (const auto *typing = std::get_if<TypingChanged>(&event)) {
            if (typing->user != m_me)
                noteTyping(m_typing.observe(*typing, m_clock->monotonic()));
        } else if (const auto *viewers = std::get_if<ViewersChanged>(&event)) {
            noteViewers(m_viewers.observe(*viewers, m_me, m_clock->monotonic()));
        } else if (const auto *changedPresence = std::get_if<PresenceChanged>(&event)) {
            presence.insert(m_presence.observe(*changedPresence));
        } else if (const auto *delivery = std::get_if<DeliveryChanged>(&event)) {
            m_passing.delivered(*delivery);
        }
    }
    notePresence(presence);
    tick();
}

void Engine::noteTyping(const QSet<ConversationId> &conversations)
{
    for (const ConversationId &conversation : conversations)
        Q_EMIT typingChanged(conversation, m_typing.typing(conversation));
}

void Engine::noteViewers(bool changed)
{
    if (changed)
        Q_EMIT viewersChanged(*m_viewers.record(), m_viewers.viewers());
}

void Engine::notePresence(const PresenceTracker::States &changedStates)
{
    if (changedStates.isEmpty())
        return;
    for (auto it = changedStates.begin(); it != changedStates.end(); ++it)
        m_passing.lastSeen(it.key(), it->lastSeen);
    Q_EMIT presenceChanged(changedStates);
}

void Engine::tick()
{
    const milliseconds now = m_clock->monotonic();
    noteTyping(m_typing.tick(now));
    noteViewers(m_viewers.tick(now));
    const QVector<OwnTyping::Sign> signs = m_ownTyping.tick(now);
    for (const OwnTyping::Sign &sign : signs)
        sendSign(sign);
    sendViewing();
    if (const auto batch = m_passing.take(now)) {
        if (!batch->delivered.isEmpty())
            written(m_store->setDelivered(batch->delivered));
        if (!batch->lastSeen.isEmpty())
            written(m_store->setLastSeen(batch->lastSeen));
        if (batch->applied)
            m_link->reportApplied(*batch->applied);
    }
    if (m_outbox.deadline() && *m_outbox.deadline() <= now)
        m_outbox.tick();
    m_retention.tick();
    if (m_connection.status().state == connection::State::Online)
        m_tokens.tick();
    schedule();
}

void Engine::schedule()
{
    const bool online = m_connection.status().state == connection::State::Online;
    std::optional<milliseconds> next;
    for (const auto &deadline :
         {m_typing.deadline(), m_ownTyping.deadline(), m_viewers.deadline(),
          online ? m_ownViewing.deadline() : std::nullopt, m_passing.deadline(), m_outbox.deadline(),
          m_retention.deadline(), online ? m_tokens.deadline() : std::nullopt})
        if (deadline)
            next = std::min(next.value_or(*deadline), *deadline);
    if (next)
        m_timer.start(std::max(*next - m_clock->monotonic(), milliseconds(0)));
    else
        m_timer.stop();
}

} // namespace frontdesk::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"

#include "server/DataFolder.h"
#include "server/Figures.h"
#include "server/http/HttpApi.h"
#include "server/storage/Seed.h"

#include <QtNetwork/QHostAddress>

#include <sodium.h>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int payloadPerAnswer =
    5; // a page of records counts UTF-16 units, which may grow threefold, and has rows' other fields around it

socketio::ServerOptions transportOptions(const Options &options)
{
    socketio::ServerOptions transport;
    transport.engine.pingInterval = options.pingInterval;
    transport.engine.pingTimeout = options.pingTimeout;
    transport.engine.maxPayload = options.maxPayload;
    transport.engine.maxWriteQueue = options.maxWriteQueue;
    transport.engine.maxConnections = options.maxConnections;
    transport.engine.trustForwardedFor = options.tlsProxyDeclared;
    transport.engine.tls = options.tls;
    for (const QString &origin : options.allowedOrigins)
        transport.engine.allowedOrigins.append(origin.toLatin1());
    return transport;
}

/// A piece of a file has to fit into a frame, also where it travels as text.
FileLimits fileLimits(const Options &options)
{
    return {.file = options.maxFile,
            .piece = std::min(limits::filePiece, options.maxPayload / 2),
            .quota = options.fileQuota};
}

/// What the I/O thread starts with.
struct Beginning {
    Fanout::Start journal;
    QVector<UserRecord> users;
    QVector<SessionRecord> sessions;
};

Result<Beginning> readBeginning(Records &records, qint64 now)
{
    return Beginning{.journal = {records.journal.head(), records.journal.headMark(), records.journal.members()},
                     .users = records.accounts.all(),
                     .sessions = records.sessions.all(now)};
}

} // namespace

Result<Done> checkListening(const Options &options)
{
    const QHostAddress address(options.address);
    if (address.isNull())
        return Error{u"listen.failed"_s, u"\"%1\" is not an address to listen on."_s.arg(options.address)};
    if (!address.isLoopback() && !options.tlsProxyDeclared && !options.tls)
        return Error{
            u"listen.insecure"_s,
            u"%1 can be reached from other machines, and this server would speak plain HTTP: passwords could be read "
            "on the way. Give it a certificate, put a TLS proxy in front and declare it, or listen on 127.0.0.1."_s.arg(
                options.address)};
    return Done{};
}

/// Everything of a server that runs. What is below is used by what is above: ended from the top.
struct Server::Running {
    Running(const Options &options, DataFolder dataFolder, std::unique_ptr<FileLock> folderLock, Tokens keys)
        : log(options.log ? options.log : [](const LogEntry &) {})
        , clock(options.clock)
        , folder(std::move(dataFolder))
        , lock(std::move(folderLock))
        , tokens(std::move(keys))
        , io(transportOptions(options))
    {
    }
    ~Running()
    {
        std::promise<void> said;
        if (listening) {
            io.post([&] {
                health->stopping();
                front->endAll({u"server.stopping"_s, u"The server is being stopped."_s});
                said.set_value();
            });
            said.get_future().wait();
        }
        io.stop(); // from here on nothing runs on the I/O thread any more
        passwords.reset();
        searches.reset();
        fileThread.reset();
        storage.reset(); // writes what waits
        folder.setAddress({});
    }

    Result<Done> openStorage(const Options &options)
    {
        auto opened = Storage::open({.file = folder.database(),
                                     .answerUnits = options.maxPayload / payloadPerAnswer,
                                     .clock = clock,
                                     .deliver = [this](std::function<void()> task) { io.post(std::move(task)); },
                                     .committed =
                                         [this](const JournalTransaction &transaction) {
                                             if (front)
                                                 front->onCommitted(transaction);
                                         }});
        if (!opened)
            return opened.error();
        storage = std::move(opened).value();
        return Done{};
    }

    Result<Done> openFiles()
    {
        auto opened = FileFolder::open(folder.files());
        if (!opened)
            return opened.error();
        files.emplace(std::move(opened).value());
        fileThread =
            std::make_unique<FileThread>(*files, [this](std::function<void()> task) { io.post(std::move(task)); });
        return Done{};
    }

    void build(const Options &options, Beginning beginning)
    {
        socketio::Namespace &clients = io.of(u"/"_s);
        throttle = std::make_unique<Throttle>(
            Throttle::Parts{.limits = options.rates, .clock = *clock, .log = log, .metrics = metrics});
        signIns = std::make_unique<SignIns>(tokens, options.lifetimes, beginning.sessions);
        presences = std::make_unique<Presences>(clients, beginning.users);
        searches = std::make_unique<SearchThread>(
            SearchThread::Options{.file = folder.database(),
                                  .answerUnits = options.maxPayload / payloadPerAnswer,
                                  .deliver = [this](std::function<void()> task) { io.post(std::move(task)); }});
        passwords = std::make_unique<PasswordWorker>([this](std::function<void()> task) { io.post(std::move(task)); });
        front = std::make_unique<SocketFront>(
            SocketFront::Parts{.clients = clients,
                               .storage = *storage,
                               .searches = *searches,
                               .fileThread = *fileThread,
                               .files = *files,
                               .fileLimits = fileLimits(options),
                               .signIns = *signIns,
                               .presences = *presences,
                               .throttle = *throttle,
                               .metrics = metrics,
                               .clock = *clock,
                               .log = log,
                               .later = [this](milliseconds delay,
                                               std::function<void()> task) { io.postAfter(delay, std::move(task)); }},
            std::move(beginning.journal));
        io.setCloseHandler(
            [this](const QString &address, const QString &reason) { front->onConnectionClosed(address, reason); });
        buildHttp(options);
    }

    void buildHttp(const Options &options)
    {
        signInApi = std::make_unique<SignInApi>(
            SignInApi::Parts{.storage = *storage,
                             .signIns = *signIns,
                             .passwords = *passwords,
                             .throttle = *throttle,
                             .metrics = metrics,
                             .clock = *clock,
                             .log = log,
                             .revoked = [this](const QByteArray &session) { front->endSession(session, revoked()); }});
        health = std::make_unique<HealthApi>(HealthApi::Parts{.storage = *storage,
                                                              .metricsToken = options.metricsToken,
                                                              .loopbackIsTrusted = !options.tlsProxyDeclared,
                                                              .figures = [this] {
                                                                  return figuresOf({.transport = io.counters(),
                                                                                    .metrics = metrics,
                                                                                    .storage = *storage,
                                                                                    .passwords = *passwords,
                                                                                    .front = *front});
                                                              }});
        http = std::make_unique<HttpApi>(*signInApi, *health, log, metrics);
        io.setHttpRefusalWriter(refusalAnswer);
        io.setHttpHandler([this](const engineio::HttpRequest &request, const engineio::HttpResponder &respond) {
            http->handle(request, respond);
        });
    }

    const Logger log;
    const std::shared_ptr<const Clock> clock;
    const DataFolder folder;
    const std::unique_ptr<FileLock> lock;
    const Tokens tokens;
    socketio::Server io;
    Metrics metrics;
    std::unique_ptr<Throttle> throttle;
    std::unique_ptr<Storage> storage;
    std::unique_ptr<SearchThread> searches;
    std::optional<FileFolder> files;
    std::unique_ptr<FileThread> fileThread;
    std::unique_ptr<PasswordWorker> passwords;
    std::unique_ptr<SignIns> signIns;
    std::unique_ptr<Presences> presences;
    std::unique_ptr<SocketFront> front;
    std::unique_ptr<SignInApi> signInApi;
    std::unique_ptr<HealthApi> health;
    std::unique_ptr<HttpApi> http;
    bool listening = false;
};

Server::Server(Options options)
    : m_options(std::move(options))
{
}

Server::~Server() = default;

Result<QUrl> Server::start()
{
    if (sodium_init() < 0)
        return Error{u"server.storage"_s, u"The cryptographic library could not be started."_s};
    if (const auto allowed = checkListening(m_options); !allowed)
        return allowed.error();
    auto folder = DataFolder::open(m_options.dataFolder);
    if (!folder)
        return folder.error();
    auto lock = folder.value().lock();
    if (!lock)
        return Error{u"server.locked"_s,
                     u"Another server is using the data folder %1 already."_s.arg(m_options.dataFolder)};
    auto tokens = Tokens::open(folder.value().tokenKey());
    if (!tokens)
        return tokens.error();

    auto running =
        std::make_unique<Running>(m_options, std::move(folder).value(), std::move(lock), std::move(tokens).value());
    if (const auto opened = running->openStorage(m_options); !opened)
        return opened.error();
    if (const auto opened = running->openFiles(); !opened)
        return opened.error();
    if (const auto seeded = running->storage->writeAndWait<Done>(seedWorkspace); !seeded)
        running->log({LogLevel::Warning, // whoever writes next hears it too, and the next start makes up for it
                      u"workspace.unseeded"_s,
                      seeded.error().message,
                      {{u"code"_s, seeded.error().code}}});
    auto beginning = running->storage->writeAndWait<Beginning>(readBeginning);
    if (!beginning)
        return beginning.error();
    running->build(m_options, std::move(beginning).value());

    const auto listening = running->io.listen(m_options.address, m_options.port);
    if (!listening.error.isEmpty())
        return Error{
            u"listen.failed"_s,
            u"Cannot listen on %1 port %2: %3."_s.arg(m_options.address).arg(m_options.port).arg(listening.error)};
    running->listening = true;
    QUrl url;
    url.setScheme(m_options.tls ? u"https"_s : u"http"_s);
    url.setHost(m_options.address);
    url.setPort(listening.port);
    running->folder.setAddress(url.toString());
    m_running = std::move(running);
    return url;
}

void Server::stop()
{
    m_running.reset();
}

Result<User> Server::addUser(const NewUser &user)
{
    if (!m_running)
        return Error{u"server.stopped"_s, u"The server does not run."_s};
    if (auto problem = problemWith(user))
        return *std::move(problem);
    return m_running->storage->writeAndWait<User>(
        [user, hash = hashPassword(user.password)](Records &records, qint64 now) {
            auto created = records.accounts.create(user, hash, now);
            if (created)
                if (const auto seeded = seedWorkspace(records, now); !seeded)
                    return Result<User>(seeded.error());
            return created;
        });
}

} // namespace frontdesk::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "Launcher.h"

#include "Async.h"
#include "OwnerPassword.h"
#include "demo/DemoColleagues.h"
#include "demo/Fill.h"
#include "dialect/LoginRequest.h"
#include "dialect/ServerAddress.h"
#include "platform/FileTokenStore.h"
#include "server/Server.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSysInfo>

namespace frontdesk {

namespace {

using Opening = QFuture<Result<models::OpenedWorkspace>>;

constexpr quint32 demoSeed = 1;
const QString proxyPasswordName = QStringLiteral("proxy"); ///< among the log-ins of the accounts

QString clientName()
{
    return QStringLiteral("frontdesk " FRONTDESK_VERSION);
}

/// What the store has when it is open: enough to show a window without the server.
struct OpenedStore {
    std::shared_ptr<store::Store> store;
    QVector<Error> notices;
    std::optional<User> me;
};

Result<OpenedStore> openStore(const QString &folder)
{
    auto opened = store::Store::open(folder);
    if (!opened)
        return opened.error();
    auto [store, notices] = std::move(opened).value();
    const auto me = store->me().result();
    return OpenedStore{std::move(store), notices, me};
}

/// Tokens of a server inside this program lie beside its database: a keychain would protect nothing more.
std::shared_ptr<platform::TokenStore> tokensBeside(const platform::DataFolders &folders)
{
    return std::make_shared<platform::FileTokenStore>(folders.tokens());
}

/// Stopping waits for threads and the disk: not in the GUI thread, which only lets go.
QFuture<Result<Done>> stopInBackground(std::shared_ptr<server::Server> server)
{
    if (!server)
        return already<Done>(Done{});
    return inBackground([server = std::move(server)]() -> Result<Done> {
        server->stop();
        return Done{};
    });
}

} // namespace

Launcher::Launcher(Options options)
    : m_options(std::move(options))
    , m_networkSettings(std::make_shared<dialect::SharedNetworkSettings>())
    , m_networkReady(already<Done>(Done{}))
    , m_leaving(already<Done>(Done{}))
{
}

Launcher::~Launcher()
{
    stopColleagues();
    if (m_server)
        m_server->stop();
    // What runs on the pool may still use the server.
    QThreadPool::globalInstance()->waitForDone();
}

bool Launcher::hasRemembered() const
{
    return m_options.remember && readRemembered(rememberedFile()).has_value();
}

Opening Launcher::open(models::OpenRequest request)
{
    // What was open last is shown at once: only its connection needs what a keychain may take its time for.
    if (std::holds_alternative<models::OpenRemembered>(request))
        return openRemembered();
    return afterwards(m_networkReady, this,
                      [this, request = std::move(request)](const Result<Done> &) { return openNow(request); });
}

Opening Launcher::openNow(const models::OpenRequest &request)
{
    if (const auto *own = std::get_if<models::OpenThisComputer>(&request))
        return openThisComputer(own->displayName);
    if (const auto *team = std::get_if<models::OpenTeam>(&request))
        return openTeam(*team);
    return openDemo();
}

Opening Launcher::openThisComputer(const QString &displayName)
{
    const auto password = ownerPassword(m_options.folders.root());
    if (!password)
        return already<models::OpenedWorkspace>(password.error());

    const QString name = QStringLiteral("owner");
    const server::NewUser owner{name, displayName.trimmed(), Role::Admin, password.value()};
    Local local;
    local.serverFolder = m_options.folders.server();
    local.account = {.name = name,
                     .tokenName = QStringLiteral("this-computer"),
                     .folder = m_options.folders.root() + QLatin1String("/accounts/this-computer"),
                     .label = tr("This computer"),
                     .remembered = Remembered{},
                     .password = password.value(),
                     .tokens = tokensBeside(m_options.folders)};
    local.start = [owner](server::Server &server) -> Result<QUrl> {
        auto address = server.start();
        if (!address || owner.displayName.isEmpty())
            return address; // without a name it is opened again: the owner is there since the first time
        const auto added = server.addUser(owner);
        if (!added && added.error().code != QLatin1String("user.exists"))
            return added.error();
        return address;
    };
    return openLocal(std::move(local));
}

Opening Launcher::openDemo()
{
    const demo::Person visitor = demo::people().first();
    Local local;
    local.serverFolder = m_options.demoFolders.server();
    local.account = {.name = visitor.name,
                     .tokenName = QStringLiteral("demo"),
                     .folder = m_options.demoFolders.root() + QLatin1String("/accounts/demo"),
                     .label = QStringLiteral("Acme Support"),
                     .password = demo::password(),
                     .tokens = tokensBeside(m_options.demoFolders)};
    const qint64 now = m_options.clock->utc().count();
    local.start = [folder = local.serverFolder, now](server::Server &server) -> Result<QUrl> {
        const auto filled = demo::fillOnce(folder, demo::planTeam(demoSeed, now));
        if (!filled)
            return filled.error();
        return server.start();
    };
    return andThen(openLocal(std::move(local)), this, [this](models::OpenedWorkspace opened) {
        startColleagues(m_account->server);
        return already<models::OpenedWorkspace>(std::move(opened));
    });
}

void Launcher::startColleagues(const QUrl &server)
{
    auto *colleagues = new demo::DemoColleagues({.server = server, .seed = demoSeed, .clock = m_options.clock});
    colleagues->moveToThread(&m_colleagues);
    connect(&m_colleagues, &QThread::finished, colleagues, &QObject::deleteLater);
    m_colleagues.start();
    QMetaObject::invokeMethod(colleagues, &demo::DemoColleagues::start);
}

void Launcher::stopColleagues()
{
    m_colleagues.quit();
    m_colleagues.wait();
}

Opening Launcher::openTeam(const models::OpenTeam &team)
{
    const auto address = dialect::parseServerAddress(team.address);
    if (!address)
        return already<models::OpenedWorkspace>(address.error());
    const QString name = team.name.trimmed();
    const QString folder = m_options.folders.account(address.value(), name);
    const Account account{.server = address.value(),
                          .name = name,
                          .tokenName = folder.section(u'/', -1),
                          .folder = folder,
                          .label = address.value().host(),
                          .remembered = Remembered{Remembered::Kind::Team, address.value(), name},
                          .tokens = m_options.tokens,
                          .opening = ++m_opening};
    return andThen(closeGivenUp(), this,
                   [account, password = team.password, this](Done) { return openWithPassword(account, password); });
}

Opening Launcher::openRemembered()
{
    const auto remembered = readRemembered(rememberedFile());
    if (!remembered)
        return already<models::OpenedWorkspace>(
            Error{QStringLiteral("workspace.forgotten"),
                  tr("It is not known any more which workspace was open. Choose one.")});
    if (remembered->kind == Remembered::Kind::ThisComputer)
        return open(models::OpenThisComputer{});

    const QString folder = m_options.folders.account(remembered->address, remembered->name);
    const Account account{.server = remembered->address,
                          .name = remembered->name,
                          .tokenName = folder.section(u'/', -1),
                          .folder = folder,
                          .label = remembered->address.host(),
                          .remembered = remembered,
                          .tokens = m_options.tokens,
                          .opening = ++m_opening};
    const auto credentials = afterwards(m_networkReady, this, [=, this](const Result<Done> &) {
        return andThen(account.tokens->read(account.tokenName), this, [](const std::optional<QString> &token) {
            // Without a token the connection asks to sign in.
            return already<dialect::Credentials>(dialect::credentialsFrom(token.value_or(QString())));
        });
    });
    return openAccount(account, credentials, {});
}

Opening Launcher::openLocal(Local local)
{
    local.account.opening = ++m_opening;
    auto server = std::make_shared<server::Server>(server::Options{.dataFolder = local.serverFolder});
    // What was open before may still be stopping its server in the same folder; an opening that was given up runs
    // there.
    const auto stopped = afterwards(m_leaving, this, [this](const Result<Done> &) {
        stopColleagues();
        return stopInBackground(std::exchange(m_server, {}));
    });
    const auto closed = andThen(stopped, this, [this](Done) { return closeGivenUp(); });
    const auto started = andThen(closed, this, [server, start = local.start](Done) {
        return inBackground([server, start] { return start(*server); });
    });
    const auto opened = andThen(started, this, [=, this](const QUrl &address) mutable {
        m_server = server;
        m_serverFolder = local.serverFolder;
        local.account.server = address;
        return openLocalAccount(local.account);
    });
    // The next attempt starts another one in the same folder, when this one has ended.
    m_leaving = afterwards(opened, this, [server, this](const Result<models::OpenedWorkspace> &outcome) {
        if (outcome)
            return already<Done>(Done{});
        if (m_server == server)
            m_server.reset();
        return stopInBackground(server);
    });
    return opened;
}

Opening Launcher::openLocalAccount(const Account &account)
{
    return andThen(account.tokens->read(account.tokenName), this, [=, this](const std::optional<QString> &token) {
        if (!token)
            return openWithPassword(account, account.password);
        const auto opened = openAccount(account, already<dialect::Credentials>(dialect::credentialsFrom(*token)), {});
        return afterwards(opened, this, [=, this](const Result<models::OpenedWorkspace> &outcome) {
            // A start that failed half way kept the token, but not whose it is.
            const bool isNobodys = !outcome && outcome.error().code == QLatin1String("account.unknown");
            return isNobodys ? openWithPassword(account, account.password) : already(outcome);
        });
    });
}

Opening Launcher::openWithPassword(const Account &account, const QString &password)
{
    const auto login = dialect::logIn(m_network, account.server, account.name, password, QSysInfo::machineHostName());
    return andThen(login, this, [=, this](const dialect::Login &in) {
        const auto kept = account.tokens->write(account.tokenName, toText(in));
        return afterwards(kept, this, [=, this](const Result<Done> &written) -> Opening {
            const Opening opening = openAccount(account, already<dialect::Credentials>(in), in.user);
            if (written)
                return opening;
            // What cannot be kept is good all the same: only the next start has to ask.
            return andThen(opening, this, [notKept = written.error()](models::OpenedWorkspace opened) {
                opened.notices.append(notKept);
                return already<models::OpenedWorkspace>(std::move(opened));
            });
        });
    });
}

Opening Launcher::openAccount(const Account &account, const QFuture<Result<dialect::Credentials>> &credentials,
                              const std::optional<User> &me)
{
    return andThen(inBackground([folder = account.folder] { return openStore(folder); }), this,
                   [=, this](const OpenedStore &opened) -> Opening {
                       if (account.opening != m_opening)
                           return already<models::OpenedWorkspace>(
                               Error{QStringLiteral("account.unknown"), tr("No workspace is open.")});
                       const std::optional<User> user = me ? me : opened.me;
                       if (!user)
                           return already<models::OpenedWorkspace>(
                               Error{QStringLiteral("account.unknown"),
                                     tr("Nothing is stored of this account any more. Sign in once again.")});
                       if (me)
                           opened.store->setMe(*me);
                       const auto remembered = remember(account);
                       if (!remembered)
                           return already<models::OpenedWorkspace>(remembered.error());
                       m_account = account;
                       m_credentials = {};
                       auto session =
                           std::make_shared<sync::Session>(sync::SessionOptions{.server = account.server,
                                                                                .credentials = {},
                                                                                .client = clientName(),
                                                                                .network = m_networkSettings,
                                                                                .recordFolder = account.folder},
                                                           opened.store, m_options.clock);
                       m_session = session;
                       m_store = opened.store;
                       keepRenewed(session);
                       if (!account.password.isEmpty())
                           signInByItself(session);
                       const auto signIn = signInTo(session, account, credentials);
                       return already<models::OpenedWorkspace>(models::OpenedWorkspace{
                           std::move(session), *user, account.label, opened.notices, placeOf(account), signIn});
                   });
}

QFuture<Result<models::SignIn>> Launcher::signInTo(const std::weak_ptr<sync::Session> &session, const Account &account,
                                                   const QFuture<Result<dialect::Credentials>> &credentials)
{
    return andThen(credentials, this, [=, this](const dialect::Credentials &kept) {
        // Whoever has signed in again meanwhile has newer ones.
        if (isOpen(session) && m_credentials == dialect::Credentials())
            m_credentials = kept;
        return already<models::SignIn>(models::SignIn{isOpen(session) ? m_credentials : kept, placeOf(account)});
    });
}

bool Launcher::isOpen(const std::weak_ptr<sync::Session> &session) const
{
    return m_account && !session.expired() && session.lock() == m_session.lock();
}

QString Launcher::placeOf(const Account &account)
{
    return account.password.isEmpty() ? account.tokens->description() : QString();
}

QString Launcher::rememberedFile() const
{
    return m_options.folders.root() + QLatin1String("/workspace.json");
}

Result<Done> Launcher::remember(const Account &account) const
{
    if (!account.remembered || !m_options.remember)
        return Done{};
    return writeRemembered(rememberedFile(), *account.remembered);
}

QFuture<Result<dialect::Credentials>> Launcher::signInAgain(QString password)
{
    const auto nothingOpen = [] {
        return already<dialect::Credentials>(Error{QStringLiteral("account.unknown"), tr("No workspace is open.")});
    };
    if (!m_account)
        return nothingOpen();
    const Account account = *m_account;
    const auto login = dialect::logIn(m_network, account.server, account.name, password, QSysInfo::machineHostName());
    return andThen(login, this, [=, this, session = m_session](const dialect::Login &in) {
        if (!isOpen(session))
            return nothingOpen();
        useAndKeep(in);
        return already<dialect::Credentials>(dialect::Credentials(in));
    });
}

void Launcher::useAndKeep(const dialect::Credentials &credentials)
{
    m_credentials = credentials;
    whenDone(m_account->tokens->write(m_account->tokenName, toText(credentials)), this,
             [session = m_session](const Result<Done> &written) {
                 // What is kept is good for one renewal more, or for none: the next start may have to ask.
                 if (const auto open = session.lock(); open && !written)
                     Q_EMIT open->failed(written.error());
             });
}

void Launcher::keepRenewed(const std::shared_ptr<sync::Session> &session)
{
    connect(session.get(), &sync::Session::credentialsChanged, this,
            [this, weak = std::weak_ptr(session)](const dialect::Credentials &credentials) {
                if (isOpen(weak)) // not signed out meanwhile
                    useAndKeep(credentials);
            });
}

void Launcher::signInByItself(const std::shared_ptr<sync::Session> &session)
{
    // Nobody knows the password of the server inside this program, so nobody can be asked for it.
    connect(session.get(), &sync::Session::statusChanged, this,
            [this, weak = std::weak_ptr(session)](const connection::Status &status) {
                if (status.state != connection::State::SignInNeeded || !isOpen(weak))
                    return;
                whenDone(signInAgain(m_account->password), this,
                         [weak](const Result<dialect::Credentials> &credentials) {
                             const auto open = weak.lock();
                             if (open && credentials)
                                 open->setCredentials(credentials.value());
                             else if (open)
                                 Q_EMIT open->failed(credentials.error());
                         });
            });
}

QFuture<Result<Done>> Launcher::signOut()
{
    if (!m_account)
        return already<Done>(Done{});
    const Account account = *std::exchange(m_account, {});
    const dialect::Credentials credentials = std::exchange(m_credentials, {});
    forget(rememberedFile());
    stopColleagues();
    const auto cleared = clearCache(std::exchange(m_store, {}));
    const auto loggedOut = dialect::logOut(m_network, account.server, credentials);
    const auto stopped = afterwards(loggedOut, this, [this](const Result<Done> &) {
        // A server that cannot be reached now keeps the session until it expires; this computer forgets it all the
        // same.
        return stopInBackground(std::exchange(m_server, {}));
    });
    const auto forgotten = afterwards(
        stopped, this, [account](const Result<Done> &) { return account.tokens->remove(account.tokenName); });
    m_leaving = afterwards(forgotten, this, [this, cleared](const Result<Done> &outcome) {
        return afterwards(cleared, this, [outcome](const Result<Done> &clearing) {
            return already<Done>(outcome ? clearing : outcome);
        });
    });
    return m_leaving;
}

QFuture<Result<Done>> Launcher::clearCache(std::shared_ptr<store::Store> store)
{
    auto ended = std::make_shared<QPromise<Result<Done>>>();
    ended->start();
    const auto finish = [ended] {
        ended->addResult(Done{});
        ended->finish();
    };
    if (const auto session = m_session.lock())
        connect(session.get(), &QObject::destroyed, this, finish);
    else
        finish();
    return andThen(ended->future(), this, [store = std::move(store)](Done) mutable {
        return inBackground([store = std::move(store)]() mutable -> Result<Done> {
            const auto cleared = store->clearCache().result();
            store.reset(); // before anybody is told that it is done
            return cleared ? Result<Done>(Done{}) : cleared.error();
        });
    });
}

QFuture<Result<Done>> Launcher::closeGivenUp()
{
    return inBackground([store = std::exchange(m_store, {})]() mutable -> Result<Done> {
        store.reset();
        return Done{};
    });
}

void Launcher::useNetwork(const dialect::NetworkSettings &settings)
{
    dialect::NetworkSettings whole = settings;
    whole.proxyPassword = m_proxyPassword.value_or(QString());
    m_networkSettings->set(whole);
    // The keychain may ask the person something: only when there is a password in it.
    if (settings.proxyUser.isEmpty() || std::exchange(m_proxyPassword, whole.proxyPassword))
        return;
    m_networkReady =
        afterwards(m_options.tokens->read(proxyPasswordName), this, [this](const Result<std::optional<QString>> &read) {
            if (read && read.value())
                useProxyPassword(*read.value());
            // Without it the proxy says what is missing.
            return already<Done>(Done{});
        });
}

QFuture<Result<Done>> Launcher::keepProxyPassword(QString password)
{
    useProxyPassword(password);
    return password.isEmpty() ? m_options.tokens->remove(proxyPasswordName)
                              : m_options.tokens->write(proxyPasswordName, password);
}

void Launcher::useProxyPassword(const QString &password)
{
    m_proxyPassword = password;
    dialect::NetworkSettings settings = m_networkSettings->get();
    settings.proxyPassword = password;
    m_networkSettings->set(settings);
}

QFuture<Result<Done>> Launcher::interruptServer()
{
    return stopInBackground(std::exchange(m_server, {}));
}

QFuture<Result<QUrl>> Launcher::resumeServer()
{
    m_server = std::make_shared<server::Server>(
        server::Options{.dataFolder = m_serverFolder, .port = quint16(m_account->server.port())});
    return inBackground([server = m_server] { return server->start(); });
}

} // namespace frontdesk

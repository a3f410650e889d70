// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultyLink.h"
#include "dialect/LoginRequest.h"
#include "server/Server.h"
#include "sync/Session.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

namespace frontdesk {

template <class T>
T valueOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// A real server in this process, on a free port.
class Desk {
public:
    explicit Desk(const server::RateLimits &limits = server::RateLimits::unlimited())
        : rates(limits)
    {
        QVERIFY2(m_folder.isValid(), qPrintable(m_folder.errorString()));
        QVERIFY(m_place.bind(QHostAddress::LocalHost, 0, QAbstractSocket::ShareAddress));
        start(m_place.localPort());
    }

    void start(quint16 port)
    {
        server::Options options{.dataFolder = m_folder.path(), .port = port, .log = {}};
        options.rates = rates;
        options.lifetimes = lifetimes;
        if (fileQuota)
            options.fileQuota = *fileQuota;
        m_server = std::make_unique<server::Server>(options);
        const auto url = m_server->start();
        QVERIFY2(url, url ? "" : qPrintable(url.error().message));
        m_url = url.value();
    }
    void stop() { m_server.reset(); }
    void startAgain() { start(quint16(m_url.port())); }

    /// Keeps the server's files as they are now; and goes back to them. The server stands still meanwhile.
    void keepBackup() { copyFiles(m_folder.path(), m_backup.path()); }
    void restoreBackup()
    {
        QVERIFY(QDir(m_folder.path()).removeRecursively());
        QVERIFY(QDir().mkpath(m_folder.path()));
        copyFiles(m_backup.path(), m_folder.path());
    }

    User add(const QString &name, Role role = Role::Agent)
    {
        const auto user = m_server->addUser({.name = name, .displayName = {}, .role = role, .password = password()});
        return user ? user.value() : User();
    }
    dialect::Credentials credentials(const QString &name)
    {
        QNetworkAccessManager network;
        const auto login = dialect::logIn(network, m_url, name, password(), {});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(login.isFinished(), 20'000); }();
        // Asking a future that has not come would wait for ever.
        return login.isFinished() && login.result() ? dialect::Credentials(login.result().value())
                                                    : dialect::Credentials();
    }
    QString token(const QString &name) { return credentials(name).token; }
    [[nodiscard]] const QUrl &url() const { return m_url; }

    // From the next start on.
    server::RateLimits rates;
    server::SignInLifetimes lifetimes;
    std::optional<qint64> fileQuota;

private:
    static void copyFiles(const QString &from, const QString &to)
    {
        const auto files = QDir(from).entryInfoList(QDir::Files | QDir::Hidden);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QVERIFY(QFile::copy(file.filePath(), to + QLatin1Char('/') + file.fileName()));
    }
    static QString password() { return QStringLiteral("correct horse battery"); }

    QTcpSocket m_place; ///< keeps the port from others while the server is away: bound, and not listening
    QTemporaryDir m_folder, m_backup;
    std::unique_ptr<server::Server> m_server;
    QUrl m_url;
};

/// A whole client with its own cache and outbox, and faults where the test wants them.
class Client {
public:
    Client(const QUrl &server, const QString &token)
        : Client(server, dialect::Credentials{.token = token})
    {
    }
    enum class Attendance { Present, LooksOn };
    Client(const QUrl &server, dialect::Credentials credentials, Attendance attendance = Attendance::Present)
        : m_attendance(attendance)
        , m_credentials(std::move(credentials))
    {
        open(server);
    }
    ~Client() { close(); }

    void open(const QUrl &server)
    {
        auto opened = store::Store::open(m_folder.path());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        m_store = std::move(opened).value().store;
        session = std::make_unique<sync::Session>(
            sync::SessionOptions{.server = server,
                                 .credentials = m_credentials,
                                 .client = QStringLiteral("test"),
                                 .monitor = network,
                                 .link = [server, faults = faults]() -> std::unique_ptr<dialect::Link> {
                                     return std::make_unique<FaultyLink>(server, faults);
                                 },
                                 .observer = m_attendance == Attendance::LooksOn,
                                 .random = random},
            m_store, clock);
        listen();
    }
    /// As when the program ends.
    void close()
    {
        session.reset();
        m_store.reset();
        m_listener.reset();
        m_submitted = 0;
    }

    void connectAndCatchUp()
    {
        session->connectNow();
        becomes(connection::State::Online);
    }
    void becomes(connection::State state) { QTRY_COMPARE_WITH_TIMEOUT(session->status().state, state, 20'000); }
    [[nodiscard]] store::Store &store() const { return *m_store; }
    [[nodiscard]] QString outboxFile() const { return m_folder.filePath(QStringLiteral("outbox.sqlite")); }
    /// What a program would have kept by now.
    [[nodiscard]] const dialect::Credentials &credentials() const { return m_credentials; }
    [[nodiscard]] QStringList texts(const ConversationId &conversation) const
    {
        QStringList texts;
        for (const Message &message : valueOf(m_store->messages(conversation, {}, 10'000)).messages)
            texts.append(message.text);
        return texts;
    }
    [[nodiscard]] bool knows(const ConversationId &conversation) const { return summary(conversation).has_value(); }
    [[nodiscard]] std::optional<ConversationSummary> summary(const ConversationId &conversation) const
    {
        const auto list = valueOf(m_store->conversations()).conversations;
        for (const ConversationSummary &summary : list)
            if (summary.conversation.id == conversation)
                return summary;
        return {};
    }
    [[nodiscard]] qsizetype waiting() const { return valueOf(m_store->pending()).size(); }

    CommandId submit(CommandBody body)
    {
        ++m_submitted;
        return session->submit(std::move(body));
    }
    CommandId say(const ConversationId &conversation, const QString &text)
    {
        return submit(SendMessage{conversation, text});
    }
    ConversationId makeGroup(const QString &title, const QVector<UserId> &members)
    {
        const ConversationId id(createUuidV7(SystemClock().utc()));
        submit(CreateConversation{id, ConversationKind::Group, title, members});
        return id;
    }
    /// Everything that was submitted since the opening has been answered and is in the cache.
    void settle()
    {
        QTRY_COMPARE_WITH_TIMEOUT(answered.size() + refused.size(), m_submitted, 60'000);
        QTRY_COMPARE(waiting(), refused.size());
    }

    // What the next opening goes by.
    std::shared_ptr<connection::NetworkMonitor> network = std::make_shared<connection::NetworkMonitor>();
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    connection::ReconnectPolicy::Random random = connection::systemRandom();

    std::shared_ptr<Faults> faults = std::make_shared<Faults>();
    std::unique_ptr<sync::Session> session;
    // What the session said since the opening. Its signals come from the engine thread: gathered in this one.
    int renewals = 0;
    QVector<CommandId> answered;
    QVector<Message> arrived;
    QVector<std::pair<CommandId, Error>> refused;
    QVector<Error> failed;
    QVector<connection::State> states;
    QVector<QVector<UserId>> typing;
    QHash<UserId, PresenceState> presence;
    QVector<std::pair<UserId, Presence>> presenceSeen; ///< everything that came, in order

private:
    void listen()
    {
        renewals = 0;
        answered.clear();
        arrived.clear();
        refused.clear();
        failed.clear();
        states.clear();
        typing.clear();
        presence.clear();
        presenceSeen.clear();
        m_listener = std::make_unique<QObject>();
        const auto on = [this](auto signal, auto handler) {
            QObject::connect(session.get(), signal, m_listener.get(), handler);
        };
        using sync::Session;
        on(&Session::credentialsChanged, [this](const dialect::Credentials &credentials) {
            m_credentials = credentials;
            ++renewals;
        });
        on(&Session::acknowledged, [this](const CommandId &id) {
            if (!answered.contains(id)) // it may be sent again when the connection ends in between
                answered.append(id);
        });
        on(&Session::messageArrived, [this](const Message &message) { arrived.append(message); });
        on(&Session::refused, [this](const CommandId &id, const Error &error) { refused.append({id, error}); });
        on(&Session::failed, [this](const Error &error) { failed.append(error); });
        on(&Session::statusChanged, [this](const connection::Status &status) { states.append(status.state); });
        on(&Session::typingChanged,
           [this](const ConversationId &, const QVector<UserId> &users) { typing.append(users); });
        on(&Session::presenceChanged, [this](const QHash<UserId, PresenceState> &changed) {
            presence.insert(changed);
            for (auto it = changed.begin(); it != changed.end(); ++it)
                presenceSeen.append({it.key(), it->presence});
        });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QObject> m_listener;
    Attendance m_attendance;
    dialect::Credentials m_credentials;
    qsizetype m_submitted = 0;
    std::shared_ptr<store::Store> m_store;
};

} // namespace frontdesk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Server.h"
#include "socketio/client/Client.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpSocket>

#include <atomic>
#include <mutex>

namespace frontdesk::server::testing {

/// The system's time, moved on by as much as a test wants. Thread-safe.
class MovableClock final : public Clock {
public:
    [[nodiscard]] milliseconds utc() const override { return SystemClock().utc() + milliseconds(m_moved.load()); }
    [[nodiscard]] milliseconds monotonic() const override
    {
        return SystemClock().monotonic() + milliseconds(m_moved.load());
    }
    void move(milliseconds by) { m_moved += by.count(); }

private:
    std::atomic<qint64> m_moved = 0;
};

/// A server that takes as much as comes.
Options unhurried();

/// A running server with a data folder of its own and its log.
class TestServer {
public:
    explicit TestServer(Options options = unhurried());

    void start(); ///< again on the same port after a stop
    void stop() { m_server.reset(); }
    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString databaseFile() const { return dataFolder() + QLatin1String("/frontdesk.sqlite"); }
    MovableClock &clock() { return *m_clock; }
    Server &server() { return *m_server; }

    User addUser(const QString &name, Role role = Role::Agent);
    /// The token of a log-in, the same one each time: a log-in takes a while on purpose.
    QString tokenOf(const QString &name);
    /// How often an event with this code was logged.
    int logged(const QString &code) const;
    int loggedEvents(const QString &event) const;
    void forgetLog();

private:
    Options m_options;
    QTemporaryDir m_folder;
    std::shared_ptr<MovableClock> m_clock = std::make_shared<MovableClock>();
    std::shared_ptr<std::mutex> m_mutex = std::make_shared<std::mutex>();
    std::shared_ptr<std::vector<LogEntry>> m_log = std::make_shared<std::vector<LogEntry>>();
    QHash<QString, QString> m_tokens;
    QTcpSocket m_place; ///< keeps the port from others while the server is away: bound, and not listening
    QUrl m_url;
    std::unique_ptr<Server> m_server;
};

inline const QString password = QStringLiteral("correct horse");

/// An HTTP answer.
struct HttpAnswer {
    int status = 0;
    QByteArray text;
    QJsonObject body;
    [[nodiscard]] QString errorCode() const;
};
/// `forwardedFor`: whose request it is, as a proxy says it.
HttpAnswer post(const QUrl &url, const QByteArray &body, const QByteArray &authorization = {},
                const QByteArray &forwardedFor = {});
HttpAnswer get(const QUrl &url, const QByteArray &authorization = {}, const QByteArray &forwardedFor = {});
/// The answer to a fresh log-in.
QJsonObject signIn(const QUrl &server, const QString &name);
/// Its token.
QString logIn(const QUrl &server, const QString &name);

/// What came to a client by itself.
struct Received {
    QString event;
    QJsonObject payload;
};

/// A client that waits for its answers, and keeps what it is sent.
class TestClient {
public:
    explicit TestClient(const QUrl &server);

    /// True when `session:ready` came; else `refusal` says why not.
    bool connect(const QJsonObject &auth);
    bool connectAs(const QString &token) { return connect({{QStringLiteral("token"), token}}); }
    /// Connects and reads the journal from its beginning to its end: from then on it is pushed everything.
    bool follow(const QString &token);
    void close() { m_client.close(); }

    [[nodiscard]] const QJsonObject &ready() const { return m_ready; }
    [[nodiscard]] const QString &refusal() const { return m_refusal; }
    [[nodiscard]] const QJsonObject &refusalDetail() const { return m_refusalDetail; }
    [[nodiscard]] bool isConnected() const { return m_client.isConnected(); }
    socketio::Client &socket() { return m_client; }

    /// The answer to an event; empty when none came in time.
    QJsonObject call(const QString &event, const QJsonObject &payload = {});
    QJsonObject callRaw(const QString &event, const QJsonArray &arguments);
    /// Asks without waiting for the answer.
    void send(const QString &event, const QJsonObject &payload);

    /// Everything that came, oldest first.
    std::vector<Received> received;
    /// The first that came with this name, waiting for it; an empty event when none comes.
    Received expect(const QString &event);
    int count(const QString &event) const;
    /// Where the pushes and pages have brought it; each must follow on the one before.
    qint64 cursor = 0;
    QString mark;
    bool broken = false; ///< a push did not follow on
    std::vector<QJsonObject> rows;

private:
    void take(const QJsonObject &step);

    socketio::Client m_client;
    QJsonObject m_ready;
    QString m_refusal;
    QJsonObject m_refusalDetail;
    bool m_closed = false;
};

/// A command's payload with a fresh id.
QJsonObject command(QJsonObject fields);
QString errorCode(const QJsonObject &answer);
QString directId(const User &a, const User &b);

} // namespace frontdesk::server::testing

// SPDX-License-Identifier: MIT
#pragma once

#include "RawClient.h"
#include "socketio/server/Server.h"

#include <QtTest/QTest>

#include <future>
#include <map>
#include <memory>
#include <mutex>

/// A server whose sockets the test holds by the name that they come with, and raw clients of it.
class Hall {
public:
    using Sockets = std::map<QString, std::shared_ptr<socketio::ServerSocket>>;
    static constexpr int patience = 20'000;

    explicit Hall(const socketio::ServerOptions &options = {})
        : m_server(options)
    {
        lab().onConnect = [this](const auto &socket, const QJsonObject &auth,
                                 const socketio::ConnectDecision &decision) {
            const QString name = auth.value(u"name").toString();
            if (auth.contains(u"refuse"))
                return decision.reject(QStringLiteral("No"), {});
            socket->onDisconnect = [this, name](const QString &reason) {
                const std::scoped_lock lock(m_mutex);
                m_ends.append(QStringLiteral("%1: %2").arg(name, reason));
            };
            m_sockets[name] = socket;
            decision.accept();
        };
    }
    ~Hall()
    {
        m_clients.clear(); // they could not answer the server's goodbye while this thread waits for it
        m_server.stop();
    }

    void listen()
    {
        const auto listening = m_server.listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY2(listening.error.isEmpty(), qPrintable(listening.error));
        m_port = listening.port;
    }

    /// A client that is connected; `auth` beside its name.
    RawClient &enter(const QString &name, const QString &auth = {})
    {
        auto &client = m_clients[name];
        client = std::make_unique<RawClient>(m_port);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(client->open, patience); }();
        client->say(QStringLiteral(R"(40{"name":"%1"%2})").arg(name, auth));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!client->received.isEmpty(), patience); }();
        return *client;
    }

    /// Runs on the I/O thread, and waits until it has run.
    void run(const std::function<void(socketio::Namespace &lab, Sockets &sockets)> &task)
    {
        std::promise<void> done;
        m_server.post([&] {
            task(lab(), m_sockets);
            done.set_value();
        });
        done.get_future().wait();
    }

    /// What a client has received in events, without the envelope; the one after them shows that nothing follows.
    QStringList heard(RawClient &client)
    {
        const int number = ++m_heard;
        run([&](socketio::Namespace &, Sockets &) { lab().everyone().emitEvent(QStringLiteral("end"), {number}); });
        const auto isEnd = [](const QString &event) { return event.startsWith(QLatin1String("42[\"end\"")); };
        const QString end = QStringLiteral("42[\"end\",%1").arg(number);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(client.received.last().startsWith(end), patience); }();
        QStringList events = client.received.filter(QStringLiteral("42["));
        events.removeIf(isEnd); // those of others, too
        return events;
    }

    [[nodiscard]] QStringList ends()
    {
        const std::scoped_lock lock(m_mutex);
        return m_ends;
    }

    [[nodiscard]] socketio::Server &server() { return m_server; }
    [[nodiscard]] socketio::Namespace &lab() { return m_server.of(QStringLiteral("/")); }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    std::mutex m_mutex;
    int m_heard = 0;
    QStringList m_ends;
    Sockets m_sockets; ///< I/O thread
    quint16 m_port = 0;
    std::map<QString, std::unique_ptr<RawClient>> m_clients;
    socketio::Server m_server; // last: its thread uses what is above
};

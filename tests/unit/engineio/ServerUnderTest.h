// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Packet.h"
#include "engineio/server/Server.h"

#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtTest/QTest>

#include <atomic>
#include <future>
#include <mutex>

/// A server on a free port that sends back what it gets and remembers how connections end.
struct ServerUnderTest {
    explicit ServerUnderTest(const engineio::ServerOptions &options = {})
        : server(options)
    {
        server.setConnectionHandler(
            QStringLiteral("/engine.io/"), [this](const std::shared_ptr<engineio::Connection> &connection) {
                ++opened;
                connection->onMessage = [connection = connection.get()](engineio::FrameKind kind,
                                                                        QByteArrayView message) {
                    connection->send(kind == engineio::FrameKind::Text
                                         ? engineio::encode(engineio::PacketType::Message, message)
                                         : message.toByteArray(),
                                     kind);
                };
                rememberEndOf(*connection);
            });
    }

    void listen()
    {
        const auto listening = server.listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY2(listening.error.isEmpty(), qPrintable(listening.error));
        port = listening.port;
    }

    void rememberEndOf(engineio::Connection &connection)
    {
        connection.onClose = [this](const QString &reason) {
            const std::scoped_lock lock(mutex);
            reasons.append(reason);
        };
    }

    [[nodiscard]] QStringList closeReasons()
    {
        const std::scoped_lock lock(mutex);
        return reasons;
    }

    [[nodiscard]] engineio::ServerCounters counters()
    {
        std::promise<engineio::ServerCounters> promise;
        server.post([&] { promise.set_value(server.counters()); });
        return promise.get_future().get();
    }

    [[nodiscard]] QUrl webSocketUrl(const QByteArray &sid = {}) const
    {
        QString url = QStringLiteral("ws://127.0.0.1:%1/engine.io/?EIO=4&transport=websocket").arg(port);
        if (!sid.isEmpty())
            url += QStringLiteral("&sid=") + QString::fromLatin1(sid);
        return QUrl(url);
    }

    std::atomic<int> opened = 0;
    quint16 port = 0;
    std::mutex mutex;
    QStringList reasons;
    engineio::Server server; // last: its thread uses what is above
};

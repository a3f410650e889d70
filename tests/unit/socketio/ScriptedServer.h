// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/client/ClientOptions.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

#include <memory>

/// A WebSocket server that says what a test wants it to say.
struct ScriptedServer {
    ScriptedServer()
        : server({}, QWebSocketServer::NonSecureMode)
    {
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QWebSocketServer::newConnection, &server, [this] {
            ++connections;
            socket.reset(server.nextPendingConnection());
            QObject::connect(socket.get(), &QWebSocket::textMessageReceived, &server, [this](const QString &text) {
                received.append(text);
                for (const auto &line : answers.take(text))
                    socket->sendTextMessage(line);
            });
            QObject::connect(socket.get(), &QWebSocket::binaryMessageReceived, &server,
                             [this](const QByteArray &bytes) { receivedBytes.append(bytes); });
            for (const auto &line : std::as_const(greeting))
                socket->sendTextMessage(line);
        });
    }

    [[nodiscard]] socketio::ClientOptions options() const
    {
        socketio::ClientOptions options;
        options.url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        return options;
    }

    static inline const QString handshake =
        QStringLiteral(R"(0{"sid":"e","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000})");

    QWebSocketServer server;
    std::unique_ptr<QWebSocket> socket; ///< the last client's
    int connections = 0;
    QStringList greeting{handshake};
    QHash<QString, QStringList> answers{
        {QStringLiteral("40"), {QStringLiteral(R"(40{"sid":"s"})")}}}; ///< what comes after a line, the first time
    QStringList received;
    QByteArrayList receivedBytes;
};

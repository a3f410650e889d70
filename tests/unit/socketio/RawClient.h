// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayList>
#include <QtCore/QStringList>
#include <QtWebSockets/QWebSocket>

/// A WebSocket that keeps everything it has received after the Engine.IO handshake, without an opinion of it.
struct RawClient {
    explicit RawClient(quint16 port)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
            if (text.startsWith(u'0'))
                open = true;
            else
                received.append(text);
        });
        QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket,
                         [this](const QByteArray &bytes) { receivedBytes.append(bytes); });
        QObject::connect(&socket, &QWebSocket::disconnected, &socket, [this] { closed = true; });
        socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket").arg(port)));
    }

    void say(const QString &text) { socket.sendTextMessage(text); }

    QWebSocket socket;
    QStringList received;
    QByteArrayList receivedBytes;
    bool open = false;
    bool closed = false;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/client/ClientConnection.h"
#include "socketio/client/ClientSocket.h"

#include <QtTest/QSignalSpy>

#include <memory>
#include <optional>

/// A socket with what came over it.
struct Peer {
    Peer(socketio::ClientConnection &connection, const socketio::ClientSocketOptions &options)
        : socket(connection, options)
        , connected(&socket, &socketio::ClientSocket::connected)
        , refused(&socket, &socketio::ClientSocket::connectRefused)
        , closed(&socket, &socketio::ClientSocket::closed)
    {
        QObject::connect(&socket, &socketio::ClientSocket::eventReceived, &socket,
                         [this](const QString &event, const socketio::Arguments &arguments, const socketio::Ack &ack) {
                             events.append({event, arguments});
                             if (event == u"question" && answer)
                                 ack(*answer);
                         });
    }

    /// The arguments of the events of one name, in order.
    [[nodiscard]] QList<socketio::Arguments> all(const QString &name) const
    {
        QList<socketio::Arguments> found;
        for (const auto &[event, arguments] : events) {
            if (event == name)
                found.append(arguments);
        }
        return found;
    }

    /// The answer, once it has come.
    std::shared_ptr<std::optional<socketio::AckResult>>
    ask(const QString &event, const socketio::Arguments &arguments,
        std::chrono::milliseconds timeout = std::chrono::seconds(60))
    {
        auto result = std::make_shared<std::optional<socketio::AckResult>>();
        socket.emitWithAck(event, arguments, timeout,
                           [result](const socketio::AckResult &answered) { *result = answered; });
        return result;
    }

    socketio::ClientSocket socket;
    QSignalSpy connected;
    QSignalSpy refused;
    QSignalSpy closed;
    QList<std::pair<QString, socketio::Arguments>> events;
    std::optional<socketio::Arguments> answer; ///< to the server's questions
};

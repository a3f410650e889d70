// SPDX-License-Identifier: MIT
#include "conformance-server/Shape.h"

#include "engineio/Packet.h"

using namespace Qt::StringLiterals;

namespace {

/// Public suites await one message after another, and lose one that arrives together with that before it.
constexpr std::chrono::milliseconds apart{20};

void serveEvents(socketio::Server &server, socketio::Namespace &nameSpace)
{
    nameSpace.onConnect = [&server](const auto &socket, const QJsonObject &auth,
                                    const socketio::ConnectDecision &decision) {
        socket->onEvent = [socket = socket.get()](const QString &event, const socketio::Arguments &arguments,
                                                  const socketio::Ack &ack) {
            if (event == u"message")
                socket->emitEvent(u"message-back"_s, arguments);
            else if (event == u"message-with-ack" && ack)
                ack(arguments);
        };
        decision.accept();
        server.postAfter(apart, [socket, auth] { socket->emitEvent(u"auth"_s, {auth}); });
    };
}

void echo(const std::shared_ptr<engineio::Connection> &connection)
{
    connection->onMessage = [connection = connection.get()](engineio::FrameKind kind, QByteArrayView payload) {
        if (kind == engineio::FrameKind::Text)
            connection->send(engineio::encode(engineio::PacketType::Message, payload));
        else
            connection->send(payload.toByteArray(), kind);
    };
}

} // namespace

void serveShape(socketio::Server &server)
{
    for (const auto &name : {u"/"_s, u"/custom"_s})
        serveEvents(server, server.of(name));
    server.setEngineHandler(u"/engine.io/"_s, echo);
}

// SPDX-License-Identifier: MIT
// socketio-echo-server [PING-TIMEOUT [CONNECT-TIMEOUT]], both in milliseconds.
// A Socket.IO server in the shape that the public conformance suites want, with a little more. Ends when its standard
// input does.
#include "socketio/Server.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using socketio::ServerSocket;

void onEvent(socketio::Namespace &nameSpace, ServerSocket &socket, const QString &event, const QJsonArray &arguments,
             const socketio::Ack &ack)
{
    if (event == u"message")
        socket.emitEvent(u"message-back"_s, arguments);
    else if (event == u"message-with-ack" && ack)
        ack(arguments);
    else if (event == u"join")
        socket.join(arguments.first().toString());
    else if (event == u"say")
        nameSpace.to(arguments.first().toString()).emitEvent(u"said"_s, arguments);
    else if (event == u"end")
        socket.disconnect(arguments.first().toBool());
}

void serve(socketio::Namespace &nameSpace)
{
    nameSpace.onConnect = [&nameSpace](const auto &socket, const QJsonObject &auth,
                                       const socketio::ConnectDecision &decision) {
        if (auth.contains(u"refuse")) {
            decision.reject(auth.value(u"refuse").toString(), {{u"code"_s, u"refused"_s}});
            return;
        }
        socket->onEvent = [&nameSpace, socket = socket.get()](const QString &event, const QJsonArray &arguments,
                                                              const socketio::Ack &ack) {
            onEvent(nameSpace, *socket, event, arguments, ack);
        };
        socket->onDisconnect = [&nameSpace](const QString &reason) {
            nameSpace.everyone().emitEvent(u"gone"_s, {reason});
        };
        decision.accept();
        socket->emitEvent(u"auth"_s, {auth});
    };
}

} // namespace

int main(int argc, char **argv)
{
    const auto milliseconds = [&](int index, std::chrono::milliseconds otherwise) {
        return argc > index ? std::chrono::milliseconds(std::atoi(argv[index])) : otherwise;
    };
    socketio::Server server({.engine = {.pingInterval = 300ms, .pingTimeout = milliseconds(1, 200ms)},
                             .connectTimeout = milliseconds(2, 1s)});
    serve(server.of(u"/"_s));
    serve(server.of(u"/custom"_s));
    const auto listening = server.listen(u"127.0.0.1"_s, 0);
    if (!listening.error.isEmpty()) {
        std::cerr << listening.error.toStdString() << '\n';
        return 1;
    }
    std::cout << "ready http://127.0.0.1:" << listening.port << std::endl;
    while (std::getchar() != EOF) {
    }
    return 0;
}

// SPDX-License-Identifier: MIT
#include "conformance-server/Lab.h"

#include <chrono>
#include <map>

using namespace Qt::StringLiterals;
using socketio::Ack;
using socketio::AckFailure;
using socketio::AckResult;
using socketio::Arguments;
using socketio::Broadcast;
using socketio::BroadcastAnswers;
using socketio::Namespace;
using socketio::ServerSocket;

namespace {

struct Event {
    Namespace &lab;
    ServerSocket &socket;
    const Arguments &arguments;
    const Ack &ack;

    [[nodiscard]] QJsonValue first() const { return arguments.at(0); }
    [[nodiscard]] QString text() const { return first().toString(); }
    /// To send on: bytes as such.
    [[nodiscard]] socketio::Argument at(qsizetype index) const
    {
        const auto bytes = arguments.bytes(arguments.at(index));
        return bytes ? socketio::Argument(*bytes) : socketio::Argument(arguments.at(index));
    }
};

std::chrono::milliseconds time(const QJsonValue &value)
{
    return std::chrono::milliseconds(value.toInt());
}

void say(const Event &event)
{
    Broadcast target = event.lab.everyone();
    for (const auto &room : event.first().toObject().value(u"to").toArray())
        target = target.to(room.toString());
    for (const auto &room : event.first().toObject().value(u"except").toArray())
        target = target.except(room.toString());
    target.emitEvent(u"said"_s, {event.at(1)});
}

void ask(const Event &event)
{
    event.socket.emitWithAck(u"question"_s, {event.at(1)}, time(event.first()),
                             [socket = event.socket.shared_from_this()](const AckResult &result) {
                                 if (const auto *answer = std::get_if<Arguments>(&result))
                                     socket->emitEvent(u"asked"_s, *answer);
                                 else
                                     socket->emitEvent(u"asked"_s, {u"nobody answered"_s});
                             });
}

void askAll(const Event &event)
{
    event.lab.to(event.text())
        .emitWithAck(u"question"_s, {}, time(event.arguments.at(1)),
                     [socket = event.socket.shared_from_this()](const BroadcastAnswers &answers) {
                         QJsonArray values;
                         for (const auto &[id, arguments] : answers.answers)
                             values.append(arguments.at(0));
                         socket->emitEvent(u"asked"_s, {values, answers.timedOut.size()});
                     });
}

void flood(const Event &event)
{
    const QString filling(event.arguments.at(1).toInt(), u'x');
    for (int i = 0; i < event.first().toInt(); ++i)
        event.socket.volatileEvent(u"flood"_s, {i, filling});
    event.socket.emitEvent(u"flooded"_s, {});
}

const std::map<QString, void (*)(const Event &)> events{
    {u"echo"_s,
     [](const Event &event) {
         if (event.ack)
             event.ack(event.arguments);
         else
             event.socket.emitEvent(u"echo"_s, event.arguments);
     }},
    {u"join"_s, [](const Event &event) { event.socket.join(event.text()); }},
    {u"leave"_s, [](const Event &event) { event.socket.leave(event.text()); }},
    {u"rooms"_s,
     [](const Event &event) {
         QStringList rooms = event.socket.rooms();
         rooms.sort();
         event.ack({QJsonArray::fromStringList(rooms)});
     }},
    {u"say"_s, say},
    {u"whisper"_s, [](const Event &event) { event.socket.broadcast().emitEvent(u"said"_s, event.arguments); }},
    {u"ask"_s, ask},
    {u"ask-all"_s, askAll},
    {u"flood"_s, flood},
    {u"members"_s, [](const Event &event) { event.ack({qint64(event.lab.to(event.text()).fetchSockets().size())}); }},
    {u"dismiss"_s, [](const Event &event) { event.lab.to(event.text()).disconnectSockets(false); }},
    {u"end"_s, [](const Event &event) { event.socket.disconnect(event.first().toBool()); }},
};

} // namespace

void serveLab(socketio::Server &server)
{
    auto &lab = server.of(u"/lab"_s);
    lab.onConnect = [&lab](const auto &socket, const QJsonObject &auth, const socketio::ConnectDecision &decision) {
        if (auth.contains(u"refuse")) {
            decision.reject(auth.value(u"refuse").toString(), {{u"code"_s, u"refused"_s}});
            return;
        }
        socket->onEvent = [&lab, socket = socket.get()](const QString &name, const Arguments &arguments,
                                                        const Ack &ack) {
            if (const auto known = events.find(name); known != events.end())
                known->second({lab, *socket, arguments, ack});
        };
        socket->onDisconnect = [&lab](const QString &reason) { lab.to(u"watchers"_s).emitEvent(u"gone"_s, {reason}); };
        decision.accept();
        if (!socket->isRecovered())
            socket->emitEvent(u"hello"_s, {socket->handshake().transport});
    };
}

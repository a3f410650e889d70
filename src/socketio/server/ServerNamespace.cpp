// SPDX-License-Identifier: MIT
#include "socketio/server/ServerNamespace.h"

#include "engineio/SteadyClock.h"
#include "socketio/server/ServerPeerSocket.h"

#include <algorithm>

namespace socketio {

using engineio::steadyNow;

namespace {

/// The rooms that stand for a target, also when its sockets are away.
QStringList roomsOf(const Target &target)
{
    if (!target.chosen)
        return target.rooms;
    QStringList ids;
    for (const auto &socket : *target.chosen)
        ids.append(socket->id());
    return ids;
}

/// Gathers the answers to one broadcast until none is outstanding.
class AnswerCollector {
public:
    AnswerCollector(std::size_t expected, BroadcastHandler handler)
        : m_outstanding(expected)
        , m_handler(std::move(handler))
    {
    }

    void add(const QString &socketId, const AckResult &result)
    {
        if (const auto *arguments = std::get_if<Arguments>(&result))
            m_answers.answers.emplace_back(socketId, *arguments);
        else if (std::get<AckFailure>(result) == AckFailure::TimedOut)
            m_answers.timedOut.append(socketId);
        else
            m_answers.disconnected.append(socketId);
        if (--m_outstanding == 0)
            m_handler(m_answers);
    }

private:
    std::size_t m_outstanding;
    BroadcastHandler m_handler;
    BroadcastAnswers m_answers;
};

} // namespace

ServerNamespace::ServerNamespace(QString name, engineio::Server &engine, const std::optional<RecoveryOptions> &recovery)
    : m_name(std::move(name))
    , m_engine(engine)
{
    if (recovery)
        m_recovery.emplace(*recovery);
}

void ServerNamespace::add(ServerPeerSocket *socket)
{
    m_sockets.insert(socket->id(), socket);
}

void ServerNamespace::remove(ServerPeerSocket *socket)
{
    if (m_sockets.value(socket->id()) == socket)
        m_sockets.remove(socket->id());
    // A broadcast walks the whole table, also the places of those who have gone.
    if (m_sockets.capacity() > 1'000 && m_sockets.size() < m_sockets.capacity() / 8)
        m_sockets.squeeze();
}

void ServerNamespace::join(ServerPeerSocket *socket, const QString &room)
{
    m_rooms[room].insert(socket);
}

void ServerNamespace::leave(ServerPeerSocket *socket, const QString &room)
{
    const auto found = m_rooms.find(room);
    if (found != m_rooms.end() && found->remove(socket) && found->isEmpty())
        m_rooms.erase(found);
}

ServerNamespace::Recorded ServerNamespace::recorded(const QString &event, const Arguments &arguments,
                                                    const QStringList &rooms, const QStringList &except)
{
    if (!m_recovery)
        return {framesOf(EventPacket{m_name, event, arguments, std::nullopt}), -1};
    const qint64 number = m_recovery->next();
    Arguments withOffset = arguments;
    withOffset.append(m_recovery->offsetOf(number));
    Recorded event_{framesOf(EventPacket{m_name, event, withOffset, std::nullopt}), number};
    m_recovery->record(event_.frames, rooms, except, steadyNow());
    return event_;
}

void ServerNamespace::emitEvent(const Target &target, const QString &event, const Arguments &arguments)
{
    const auto sockets = select(target);
    if (sockets.empty() && !m_recovery)
        return;
    const auto sent = recorded(event, arguments, roomsOf(target), target.except);
    for (auto *socket : sockets)
        socket->send(sent);
}

void ServerNamespace::volatileEvent(const Target &target, const QString &event, const Arguments &arguments)
{
    const auto sockets = select(target);
    if (sockets.empty())
        return;
    const Frames frames = framesOf(EventPacket{m_name, event, arguments, std::nullopt});
    for (auto *socket : sockets)
        socket->sendIfWritable(frames);
}

void ServerNamespace::emitWithAck(const Target &target, const QString &event, const Arguments &arguments,
                                  std::chrono::milliseconds timeout, BroadcastHandler answer)
{
    const auto sockets = select(target);
    if (sockets.empty()) {
        m_engine.post([answer = std::move(answer)] { answer({}); });
        return;
    }
    const qint64 id = nextAckId(); // one for all of them, so that the event is encoded once
    const Frames frames = framesOf(EventPacket{m_name, event, arguments, id});
    const auto collector = std::make_shared<AnswerCollector>(sockets.size(), std::move(answer));
    for (auto *socket : sockets)
        socket->ask(id, frames, timeout, [collector, socketId = socket->id()](const AckResult &result) {
            collector->add(socketId, result);
        });
}

std::vector<std::shared_ptr<ServerSocket>> ServerNamespace::fetchSockets(const Target &target)
{
    std::vector<std::shared_ptr<ServerSocket>> found;
    for (auto *socket : select(target))
        found.push_back(socket->shared_from_this());
    return found;
}

std::vector<ServerPeerSocket *> ServerNamespace::select(const Target &target) const
{
    std::vector<ServerPeerSocket *> selected;
    const auto take = [&](ServerPeerSocket *socket) {
        const auto isIn = [socket](const QString &room) { return socket->isIn(room); };
        if (std::none_of(target.except.begin(), target.except.end(), isIn))
            selected.push_back(socket);
    };
    if (target.chosen) {
        for (const auto &socket : *target.chosen) {
            auto *known = static_cast<ServerPeerSocket *>(socket.get()); // this library makes no others
            if (known->isConnected())
                take(known);
        }
        return selected;
    }
    if (target.rooms.isEmpty()) {
        selected.reserve(std::size_t(m_sockets.size()));
        std::for_each(m_sockets.begin(), m_sockets.end(), take);
        return selected;
    }
    for (const auto &room : target.rooms) {
        const auto members = m_rooms.constFind(room);
        if (members != m_rooms.constEnd())
            std::for_each(members->begin(), members->end(), take);
        if (auto *alone = m_sockets.value(room))
            take(alone);
    }
    if (target.rooms.size() > 1 || m_sockets.contains(target.rooms.first())) {
        std::sort(selected.begin(), selected.end());
        selected.erase(std::unique(selected.begin(), selected.end()), selected.end());
    }
    return selected;
}

} // namespace socketio

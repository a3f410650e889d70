// SPDX-License-Identifier: MIT
#include "socketio/ServerNamespace.h"

#include "socketio/ServerPeer.h"

#include <optional>

namespace socketio {

namespace {

/// To the sockets that are there when something is sent.
class NamespaceBroadcast final : public Broadcast {
public:
    /// `room`: nothing means everyone.
    NamespaceBroadcast(const ServerNamespace &nameSpace, std::optional<QString> room)
        : m_nameSpace(nameSpace)
        , m_room(std::move(room))
    {
    }

    void emitEvent(const QString &event, const Arguments &arguments) override
    {
        const auto sockets = m_room ? m_nameSpace.in(*m_room) : m_nameSpace.all();
        if (sockets.isEmpty())
            return;
        const Frames frames = framesOf(EventPacket{m_nameSpace.name(), event, arguments, std::nullopt});
        for (auto *socket : sockets)
            socket->send(frames);
    }

private:
    const ServerNamespace &m_nameSpace;
    std::optional<QString> m_room;
};

/// To sockets that somebody chose.
class ChosenBroadcast final : public Broadcast {
public:
    ChosenBroadcast(const ServerNamespace &nameSpace, std::vector<std::shared_ptr<ServerSocket>> sockets)
        : m_nameSpace(nameSpace)
        , m_sockets(std::move(sockets))
    {
    }

    void emitEvent(const QString &event, const Arguments &arguments) override
    {
        const Frames frames = framesOf(EventPacket{m_nameSpace.name(), event, arguments, std::nullopt});
        for (const auto &socket : m_sockets)
            static_cast<ServerPeerSocket &>(*socket).send(frames); // this library makes no others
    }

private:
    const ServerNamespace &m_nameSpace;
    std::vector<std::shared_ptr<ServerSocket>> m_sockets;
};

} // namespace

ServerNamespace::ServerNamespace(QString name)
    : m_name(std::move(name))
{
}

void ServerNamespace::add(ServerPeerSocket *socket)
{
    m_sockets.insert(socket);
}

void ServerNamespace::remove(ServerPeerSocket *socket)
{
    m_sockets.remove(socket);
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

std::unique_ptr<Broadcast> ServerNamespace::to(const QString &room)
{
    return std::make_unique<NamespaceBroadcast>(*this, room);
}

std::unique_ptr<Broadcast> ServerNamespace::to(std::vector<std::shared_ptr<ServerSocket>> sockets)
{
    return std::make_unique<ChosenBroadcast>(*this, std::move(sockets));
}

std::unique_ptr<Broadcast> ServerNamespace::everyone()
{
    return std::make_unique<NamespaceBroadcast>(*this, std::nullopt);
}

} // namespace socketio

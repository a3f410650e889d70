// SPDX-License-Identifier: MIT
#include "socketio/server/Namespace.h"

namespace socketio {

Broadcast Broadcast::to(const QString &room) const
{
    Broadcast wider = *this;
    wider.m_target.rooms.append(room);
    return wider;
}

Broadcast Broadcast::except(const QString &room) const
{
    Broadcast narrower = *this;
    narrower.m_target.except.append(room);
    return narrower;
}

void Broadcast::emitEvent(const QString &event, const Arguments &arguments) const
{
    m_nameSpace->emitEvent(m_target, event, arguments);
}

void Broadcast::volatileEvent(const QString &event, const Arguments &arguments) const
{
    m_nameSpace->volatileEvent(m_target, event, arguments);
}

void Broadcast::emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                            BroadcastHandler answer) const
{
    m_nameSpace->emitWithAck(m_target, event, arguments, timeout, std::move(answer));
}

std::vector<std::shared_ptr<ServerSocket>> Broadcast::fetchSockets() const
{
    return m_nameSpace->fetchSockets(m_target);
}

void Broadcast::disconnectSockets(bool close) const
{
    for (const auto &socket : fetchSockets())
        socket->disconnect(close);
}

} // namespace socketio

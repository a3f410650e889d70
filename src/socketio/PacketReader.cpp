// SPDX-License-Identifier: MIT
#include "socketio/PacketReader.h"

#include <utility>

namespace socketio {

namespace {

/// Gives a packet the attachments that its text has announced.
Packet completed(Packet packet, QList<QByteArray> attachments)
{
    const auto complete = [&attachments](auto &known) {
        known.arguments = Arguments(known.arguments.json(), std::move(attachments));
    };
    if (auto *event = std::get_if<EventPacket>(&packet))
        complete(*event);
    else if (auto *ack = std::get_if<AckPacket>(&packet))
        complete(*ack);
    return packet;
}

} // namespace

PacketReader::PacketReader(int maxAttachments)
    : m_maxAttachments(maxAttachments)
{
}

ReadResult PacketReader::feed(engineio::FrameKind kind, QByteArrayView message)
{
    return kind == engineio::FrameKind::Text ? feedText(message) : feedBytes(message);
}

ReadResult PacketReader::feedText(QByteArrayView text)
{
    if (m_unfinished)
        return NotSocketIo{};
    auto decoded = decode(text, m_maxAttachments);
    if (!decoded)
        return NotSocketIo{};
    if (decoded->attachments == 0)
        return std::move(decoded->packet);
    m_unfinished = std::move(decoded);
    return {};
}

ReadResult PacketReader::feedBytes(QByteArrayView bytes)
{
    if (!m_unfinished)
        return NotSocketIo{};
    m_attachments.append(bytes.toByteArray());
    if (m_attachments.size() < m_unfinished->attachments)
        return {};
    const auto finished = std::exchange(m_unfinished, std::nullopt);
    return completed(finished->packet, std::exchange(m_attachments, {}));
}

} // namespace socketio

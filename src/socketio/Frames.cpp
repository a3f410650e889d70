// SPDX-License-Identifier: MIT
#include "socketio/Frames.h"

#include "engineio/Packet.h"

#include <numeric>

namespace socketio {

qint64 Frames::bytes() const
{
    return std::accumulate(attachments.begin(), attachments.end(), qint64(text.size()),
                           [](qint64 sum, const QByteArray &attachment) { return sum + attachment.size(); });
}

Frames framesOf(const Packet &packet)
{
    const auto encoded = encode(packet);
    return {engineio::encode(engineio::PacketType::Message, encoded.text), encoded.attachments};
}

} // namespace socketio

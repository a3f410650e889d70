// SPDX-License-Identifier: MIT
#include "engineio/Packet.h"

namespace engineio {

QByteArray encode(PacketType type, QByteArrayView data)
{
    QByteArray frame;
    frame.reserve(1 + data.size());
    frame.append(static_cast<char>(type));
    frame.append(data);
    return frame;
}

std::optional<Packet> decode(QByteArrayView frame)
{
    if (frame.isEmpty() || frame.front() < '0' || frame.front() > '6')
        return std::nullopt;
    return Packet{static_cast<PacketType>(frame.front()), frame.sliced(1)};
}

} // namespace engineio

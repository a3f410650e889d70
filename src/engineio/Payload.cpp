// SPDX-License-Identifier: MIT
#include "engineio/Payload.h"

#include "engineio/Packet.h"

namespace engineio {

namespace {

constexpr char separator = '\x1e';
constexpr char binaryMark = 'b';

} // namespace

qsizetype payloadCost(const Frame &frame)
{
    const qsizetype size = frame.data.size();
    return 1 + (frame.kind == FrameKind::Text ? size : 1 + (size + 2) / 3 * 4);
}

void appendToPayload(QByteArray &payload, const Frame &frame)
{
    if (!payload.isEmpty())
        payload.append(separator);
    if (frame.kind == FrameKind::Text)
        payload.append(frame.data);
    else
        payload.append(binaryMark).append(frame.data.toBase64());
}

PayloadReader::PayloadReader(QByteArrayView payload)
    : m_rest(payload)
{
}

std::optional<Frame> PayloadReader::next()
{
    const qsizetype end = m_rest.indexOf(separator);
    const QByteArrayView part = end < 0 ? m_rest : m_rest.first(end);
    m_atEnd = end < 0;
    m_rest = m_rest.sliced(m_atEnd ? m_rest.size() : end + 1);
    if (part.startsWith(binaryMark)) {
        auto decoded =
            QByteArray::fromBase64Encoding(part.sliced(1).toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return std::nullopt;
        return Frame{FrameKind::Binary, std::move(decoded.decoded)};
    }
    if (!decode(part))
        return std::nullopt;
    return Frame{FrameKind::Text, part.toByteArray()};
}

} // namespace engineio

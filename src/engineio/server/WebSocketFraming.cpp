// SPDX-License-Identifier: MIT
#include "engineio/server/WebSocketFraming.h"

#include <QtCore/QtEndian>

namespace engineio {

QByteArray WebSocketFraming::frame(const QByteArray &payload, FrameKind kind)
{
    if (!m_frame.isEmpty() && payload.constData() == m_payload.constData() && payload.size() == m_payload.size() &&
        kind == m_kind)
        return m_frame;
    m_payload = payload;
    m_kind = kind;

    char header[10];
    qsizetype headerSize = 2;
    const auto size = quint64(payload.size());
    header[0] = char(kind == FrameKind::Text ? 0x81 : 0x82);
    if (size < 126) {
        header[1] = char(size);
    } else if (size <= 0xffff) {
        header[1] = 126;
        qToBigEndian(quint16(size), header + 2);
        headerSize = 4;
    } else {
        header[1] = 127;
        qToBigEndian(size, header + 2);
        headerSize = 10;
    }
    m_frame = QByteArray();
    m_frame.reserve(headerSize + payload.size());
    m_frame.append(header, headerSize).append(payload);
    return m_frame;
}

} // namespace engineio

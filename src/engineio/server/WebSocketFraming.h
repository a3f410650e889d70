// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"

namespace engineio {

/// Puts the header of a WebSocket frame before a payload (RFC 6455, 5.2: one unmasked fragment, as servers send them).
/// It remembers the last frame: one that goes to many clients is built once, and all of them share its bytes.
class WebSocketFraming {
public:
    [[nodiscard]] QByteArray frame(const QByteArray &payload, FrameKind kind);

private:
    QByteArray m_payload; ///< kept, so that its address can stand for nothing else
    FrameKind m_kind = FrameKind::Text;
    QByteArray m_frame;
};

} // namespace engineio

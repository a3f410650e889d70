// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"

#include <chrono>
#include <optional>

namespace engineio {

/// The client's side of one Engine.IO session on an open WebSocket, without I/O: from frames and time to effects.
/// `now` is milliseconds of any clock that never goes back, the same one in every call.
class ClientSession {
public:
    [[nodiscard]] Effects feed(FrameKind kind, QByteArrayView frame, std::chrono::milliseconds now);
    /// Ends a session whose server has not pinged for pingInterval + pingTimeout.
    [[nodiscard]] Effects tick(std::chrono::milliseconds now);
    /// When to call tick next; nothing before the handshake, whose time the owner limits, and after the end.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;

private:
    enum class State { Opening, Open, Closed };

    Effects close(const QString &reason);

    State m_state = State::Opening;
    Handshake m_handshake;
    std::chrono::milliseconds m_lastPing{0};
};

} // namespace engineio

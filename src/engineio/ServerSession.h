// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"

#include <chrono>

namespace engineio {

/// The server's side of one Engine.IO session on an open WebSocket, without I/O: from frames and time to effects.
/// `now` is milliseconds of any clock that never goes back, the same one in every call.
class ServerSession {
public:
    ServerSession(Handshake handshake, std::chrono::milliseconds now);

    /// The first frame to send.
    [[nodiscard]] QByteArray openFrame() const;
    [[nodiscard]] Effects feed(FrameKind kind, QByteArrayView frame, std::chrono::milliseconds now);
    /// Does what is due at `now`: a ping, or the end of a session whose pong did not come.
    [[nodiscard]] Effects tick(std::chrono::milliseconds now);
    /// When to call tick next. Not to be asked of a closed session.
    [[nodiscard]] std::chrono::milliseconds deadline() const { return m_deadline; }

private:
    enum class State { Quiet, AwaitingPong, Closed };

    Effects close(const QString &reason);

    Handshake m_handshake;
    State m_state = State::Quiet;
    std::chrono::milliseconds m_deadline; ///< of the next ping, or of the pong
};

} // namespace engineio

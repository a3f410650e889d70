// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"
#include "engineio/Failure.h"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace engineio {

/// A Failure says that the session is over: close the transport. Nothing follows.
using ClientEffect = std::variant<SendFrame, Opened, MessageReceived, HeartbeatSeen, Failure>;
using ClientEffects = std::vector<ClientEffect>; ///< to be carried out in this order

/// The client's side of one Engine.IO session, without I/O and whatever carries it: from frames and time to effects.
/// `now` is milliseconds of any clock that never goes back, the same one in every call.
class ClientSession {
public:
    [[nodiscard]] ClientEffects feed(FrameKind kind, QByteArrayView frame, std::chrono::milliseconds now);
    /// Ends a session whose server has not pinged for pingInterval + pingTimeout.
    [[nodiscard]] ClientEffects tick(std::chrono::milliseconds now);
    /// When to call tick next; nothing before the handshake, whose time the owner limits, and after the end.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    /// What the server said; the default before the handshake.
    [[nodiscard]] const Handshake &handshake() const { return m_handshake; }

private:
    enum class State { Opening, Open, Closed };

    ClientEffects close(Failure::Kind kind, const QString &reason);

    State m_state = State::Opening;
    Handshake m_handshake;
    std::chrono::milliseconds m_lastPing{0};
};

} // namespace engineio

// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"
#include "engineio/TransportKind.h"

#include <chrono>
#include <variant>
#include <vector>

namespace engineio {

/// The session is over. Nothing follows.
struct SessionClosed {
    QString reason;
    bool byClient = false; ///< it said so itself
};

/// Send this text frame on the WebSocket that probes.
struct SendOnProbe {
    QByteArray frame;
};

/// End the waiting GET with a noop: the client changes transports only between two of them.
struct ReleasePoll {};

/// The WebSocket that probed carries the session from now on; what waits to be sent goes there.
struct Upgraded {};

/// Close the WebSocket that probes; the session goes on where it is.
struct ProbeFailed {};

/// What a server's session asks of whoever owns its transports.
using ServerEffect = std::variant<SendFrame, MessageReceived, HeartbeatSeen, SessionClosed, SendOnProbe, ReleasePoll,
                                  Upgraded, ProbeFailed>;
using ServerEffects = std::vector<ServerEffect>; ///< to be carried out in this order

/// The server's side of one Engine.IO session without I/O: heartbeat, which transport carries it, and the upgrade from
/// long-polling to WebSocket. From frames, requests and time to effects.
/// `now` is milliseconds of any clock that never goes back, the same one in every call.
class ServerSession {
public:
    ServerSession(Handshake handshake, TransportKind transport, std::chrono::milliseconds upgradeTimeout,
                  std::chrono::milliseconds now);

    /// The first frame to send.
    [[nodiscard]] QByteArray openFrame() const;
    [[nodiscard]] TransportKind transport() const { return m_transport; }
    /// A frame from the transport that carries the session.
    [[nodiscard]] ServerEffects feed(FrameKind kind, QByteArrayView frame, std::chrono::milliseconds now);
    /// Does what is due at `now`: a ping, the end of a session whose pong did not come, the end of a slow upgrade.
    [[nodiscard]] ServerEffects tick(std::chrono::milliseconds now);
    /// When to call tick next. Not to be asked of a closed session.
    [[nodiscard]] std::chrono::milliseconds deadline() const;

    /// A GET has come; only one may wait. Between this and `pollAnswered` one does.
    [[nodiscard]] ServerEffects pollCame();
    void pollAnswered() { m_pollWaits = false; }
    [[nodiscard]] bool isPollWaiting() const { return m_pollWaits; }
    /// A POST has begun; only one may be under way.
    [[nodiscard]] ServerEffects postCame();
    void postDone() { m_postRuns = false; }
    /// The client has hung up in the middle of a GET or a POST, so that nobody knows what has arrived.
    [[nodiscard]] ServerEffects requestLost();

    /// A WebSocket has been opened for this session. False: close it, no upgrade is possible (any more).
    [[nodiscard]] bool beginProbe(std::chrono::milliseconds now);
    [[nodiscard]] ServerEffects feedProbe(FrameKind kind, QByteArrayView frame);
    /// The WebSocket that probed has ended by itself: the client may try another.
    void probeLost() { m_upgrade = Upgrade::None; }

private:
    enum class Heartbeat { Quiet, AwaitingPong, Closed };
    enum class Upgrade { None, Opened, Probed };

    ServerEffects close(const QString &reason, bool byClient = false);

    Handshake m_handshake;
    TransportKind m_transport;
    Heartbeat m_heartbeat = Heartbeat::Quiet;
    Upgrade m_upgrade = Upgrade::None;
    bool m_pollWaits = false;
    bool m_postRuns = false;
    std::chrono::milliseconds m_upgradeTimeout;
    std::chrono::milliseconds m_heartbeatDue;  ///< the next ping, or the pong
    std::chrono::milliseconds m_upgradeDue{0}; ///< the end of the upgrade
    std::chrono::milliseconds m_releaseDue{0}; ///< the next look for a waiting poll while the client upgrades
};

} // namespace engineio

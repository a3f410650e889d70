// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/PacketReader.h"

#include <QtCore/QHash>

#include <chrono>
#include <optional>
#include <variant>

namespace socketio {

/// A client asks for a namespace: answer with accept or reject.
struct ConnectRequested {
    QString nameSpace;
    QJsonObject auth;
};

/// A client has left a namespace.
struct NamespaceLeft {
    QString nameSpace;
};

/// The client broke the protocol or did not connect in time: close the transport. Nothing follows.
struct ServerSessionFailed {
    QString reason;
};

using ServerEffect =
    std::variant<std::monostate, ConnectRequested, EventPacket, AckPacket, NamespaceLeft, ServerSessionFailed>;

/// The server's side of the namespaces on one Engine.IO session, without I/O. `now` is milliseconds of any clock that
/// never goes back. It keeps order: who may say what when. What is said is encoded by its owner.
class ServerSession {
public:
    /// `connectTimeout`: how long a client may be in no namespace.
    ServerSession(std::chrono::milliseconds connectTimeout, std::chrono::milliseconds now,
                  int maxAttachments = defaultMaxAttachments);

    [[nodiscard]] ServerEffect feed(engineio::FrameKind kind, QByteArrayView message, std::chrono::milliseconds now);
    [[nodiscard]] ServerEffect tick(std::chrono::milliseconds now);
    /// When to call tick next: only while the client is in no namespace and waits for none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;

    /// The three answer false when the client is not in the state for it (any more): then nothing is to be sent.
    [[nodiscard]] bool accept(const QString &nameSpace);
    [[nodiscard]] bool reject(const QString &nameSpace);
    [[nodiscard]] bool leave(const QString &nameSpace, std::chrono::milliseconds now);

private:
    enum class Membership { Pending, Connected };

    ServerEffect fail(const QString &reason);
    ServerEffect on(const ConnectPacket &packet, std::chrono::milliseconds now);
    ServerEffect on(const DisconnectPacket &packet, std::chrono::milliseconds now);
    ServerEffect on(const EventPacket &packet, std::chrono::milliseconds now);
    ServerEffect on(const AckPacket &packet, std::chrono::milliseconds now);
    ServerEffect on(const ConnectErrorPacket &packet, std::chrono::milliseconds now);
    [[nodiscard]] bool isConnected(const QString &nameSpace) const;

    std::chrono::milliseconds m_connectTimeout;
    std::chrono::milliseconds m_aloneSince; ///< when the client was last in no namespace; a refusal does not move it
    PacketReader m_reader;
    QHash<QString, Membership> m_namespaces;
    bool m_failed = false;
};

} // namespace socketio

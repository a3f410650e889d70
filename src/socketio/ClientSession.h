// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/PacketReader.h"

#include <chrono>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace socketio {

/// The server has accepted the CONNECT.
struct Connected {
    QString socketId;
};

/// The acknowledgement of `id` has come (`arguments`), or will not come in its time (nothing).
struct AckSettled {
    qint64 id = 0;
    std::optional<Arguments> arguments;
};

/// The connection to the namespace is over: close the transport. Nothing follows.
struct ClientSessionClosed {
    QString reason;
};

/// A CONNECT that the server refused ends the session too; it comes as the ConnectErrorPacket itself.
using ClientEffect = std::variant<Connected, ConnectErrorPacket, EventPacket, AckSettled, ClientSessionClosed>;
using ClientEffects = std::vector<ClientEffect>;

/// The client's side of one namespace, without I/O: from messages and time to effects, and from calls to messages.
/// `now` is milliseconds of any clock that never goes back, the same one in every call.
class ClientSession {
public:
    /// `openDeadline`: when the answer to CONNECT must have come, whatever is in the way.
    ClientSession(QString nameSpace, std::chrono::milliseconds openDeadline);

    [[nodiscard]] EncodedPacket connectMessage(const QJsonObject &auth) const;
    [[nodiscard]] EncodedPacket disconnectMessage() const;
    [[nodiscard]] EncodedPacket eventMessage(const QString &event, const Arguments &arguments) const;

    struct Asked {
        qint64 id;
        EncodedPacket message;
    };
    /// An event whose acknowledgement is awaited until `deadline`.
    [[nodiscard]] Asked askedEventMessage(const QString &event, const Arguments &arguments,
                                          std::chrono::milliseconds deadline);

    [[nodiscard]] ClientEffects feed(engineio::FrameKind kind, QByteArrayView message);
    [[nodiscard]] ClientEffects tick(std::chrono::milliseconds now);
    /// When to call tick next.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;
    [[nodiscard]] bool isConnected() const { return m_state == State::Connected; }

private:
    enum class State { Connecting, Connected, Closed };

    ClientEffects take(const Packet &packet);
    ClientEffects close(const QString &reason);
    ClientEffects onConnect(const ConnectPacket &packet);
    ClientEffects onEvent(const EventPacket &packet);
    ClientEffects onAck(const AckPacket &packet);

    QString m_nameSpace;
    PacketReader m_reader;
    std::chrono::milliseconds m_openDeadline;
    State m_state = State::Connecting;
    qint64 m_nextId = 0;
    std::map<qint64, std::chrono::milliseconds> m_ackDeadlines;
    std::vector<EventPacket> m_early; ///< some servers send events before the answer to CONNECT
};

} // namespace socketio

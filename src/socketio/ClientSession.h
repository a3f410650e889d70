// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Packet.h"
#include "socketio/PendingAcks.h"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace socketio {

/// The server has accepted the CONNECT.
struct Connected {
    QString socketId;
    bool recovered = false; ///< it is the session from before, and the events missed since then follow
};

/// An acknowledgement has come, or will not come in its time: tell who waits for it.
struct AckSettled {
    qint64 id = 0;
    AckHandler handler;
    AckResult result;
};

/// The connection to the namespace is over. Nothing follows.
struct ClientSessionClosed {
    QString reason;
    bool byServer = false; ///< it said so, and has not broken the protocol
    bool timedOut = false; ///< it has said nothing
};

/// A CONNECT that the server refused ends the session too; it comes as the ConnectErrorPacket itself.
using ClientEffect = std::variant<Connected, ConnectErrorPacket, EventPacket, AckSettled, ClientSessionClosed>;
using ClientEffects = std::vector<ClientEffect>;

/// The client's side of one namespace over all its connections, without I/O: from packets and time to effects, and from
/// calls to packets. `now` is milliseconds of any clock that never goes back, the same one in every call.
class ClientSession {
public:
    explicit ClientSession(QString nameSpace);

    /// `deadline`: when the answer to CONNECT must have come, whatever is in the way.
    void open(std::chrono::milliseconds deadline);
    /// Asks to continue the session of the connection before, if the server keeps such.
    [[nodiscard]] ConnectPacket connectPacket(const QJsonObject &auth) const;
    [[nodiscard]] DisconnectPacket disconnectPacket() const { return {m_nameSpace}; }
    [[nodiscard]] EventPacket eventPacket(const QString &event, const Arguments &arguments) const;
    /// An event whose acknowledgement is awaited until `deadline`.
    [[nodiscard]] EventPacket askingPacket(const QString &event, const Arguments &arguments,
                                           std::chrono::milliseconds deadline, AckHandler handler);

    /// The packets of other namespaces are not for this session.
    [[nodiscard]] ClientEffects feed(const Packet &packet);
    [[nodiscard]] ClientEffects tick(std::chrono::milliseconds now);
    /// When to call tick next.
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;
    /// The connection is gone. Gives back those whose acknowledgements will not come any more: all, if it was
    /// connected; before that, what was asked has not been sent yet.
    [[nodiscard]] std::vector<AckHandler> close();

    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }
    [[nodiscard]] bool isConnected() const { return m_state == State::Connected; }

private:
    enum class State { Closed, Opening, Connected };

    ClientEffects onConnect(const ConnectPacket &packet);
    ClientEffects onEvent(const EventPacket &packet);
    ClientEffects onAck(const AckPacket &packet);
    void keepOffset(const EventPacket &packet);

    QString m_nameSpace;
    State m_state = State::Closed;
    std::chrono::milliseconds m_openDeadline{};
    qint64 m_nextId = 0; ///< goes on over connections, so that an acknowledgement cannot meet another's event
    PendingAcks m_acks;
    std::vector<EventPacket> m_early; ///< missed events, and those of some servers, come before the answer to CONNECT
    QString m_recoveryId;             ///< the server's secret name for the session; empty: it keeps none
    QString m_offset;                 ///< of the last event; empty: none
};

} // namespace socketio

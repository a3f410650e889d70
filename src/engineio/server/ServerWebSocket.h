// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/ServerCore.h"
#include "engineio/server/WriteSharedStream.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <memory>

namespace engineio {

/// One WebSocket of a server: whole frames in and out. What they mean is its user's business.
class ServerWebSocket final : public std::enable_shared_from_this<ServerWebSocket> {
public:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    /// Called on the I/O thread; never from within close or abort.
    class User {
    public:
        virtual ~User() = default;
        virtual void onWebSocketOpen(const std::shared_ptr<ServerWebSocket> &socket) = 0;
        virtual void onWebSocketFrame(const ServerWebSocket &socket, FrameKind kind, QByteArrayView frame) = 0;
        /// Once after onWebSocketOpen; not after close or abort, which the user asks for itself.
        virtual void onWebSocketEnd(const ServerWebSocket &socket, const QString &reason) = 0;
    };

    ServerWebSocket(ServerCore &core, ServerStream &&stream, Admission::Ticket &&ticket);

    /// Answers the WebSocket handshake.
    void accept(const Request &upgrade, const std::shared_ptr<User> &user);
    /// Queued; all that is queued in one turn of the loop goes out together.
    void send(const QByteArray &payload, FrameKind kind);
    /// Sends what is queued, then the close frame, and waits a little for the client's.
    void close();
    /// Ends the TCP connection without another word.
    void abort();
    [[nodiscard]] qint64 queuedBytes() const { return m_outgoingBytes; }

private:
    enum class State {
        Handshaking,
        Open,
        Draining, ///< the rest of the queue goes out, then the close frame
        Closing,  ///< the close frame is on its way
        Closed,
    };

    void onAccepted(boost::beast::error_code error);
    void read();
    void onRead(boost::beast::error_code error);
    void flushSoon();
    void flush();
    void onWritten(boost::beast::error_code error, std::size_t bytes, qsizetype frames);
    void sayGoodbye();
    void limitTime(std::chrono::milliseconds time);
    void fail(const QString &reason);

    ServerCore &m_core;
    Admission::Ticket m_ticket;
    boost::beast::websocket::stream<WriteSharedStream, false> m_socket;
    std::shared_ptr<User> m_user; ///< empty after the end
    State m_state = State::Handshaking;
    SteadyTimer m_timer; ///< runs in every state but Open
    boost::beast::flat_buffer m_incoming;
    QByteArrayList m_outgoing; ///< whole frames; the first ones are being written while m_writing
    qint64 m_outgoingBytes = 0;
    bool m_writing = false;
    bool m_flushSoon = false;
};

} // namespace engineio

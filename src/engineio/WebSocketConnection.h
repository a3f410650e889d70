// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Connection.h"
#include "engineio/ServerCore.h"
#include "engineio/ServerSession.h"
#include "engineio/WriteSharedStream.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <array>
#include <deque>
#include <memory>

namespace engineio {

/// An Engine.IO session on one WebSocket.
class WebSocketConnection final : public Connection, public std::enable_shared_from_this<WebSocketConnection> {
public:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    WebSocketConnection(ServerCore &core, TcpStream &&stream, QString remoteAddress, const ConnectionHandler &handler);

    /// Answers the WebSocket handshake and begins the session.
    void start(const Request &upgrade);
    /// Ends the TCP connection without another word.
    void abort(const QString &reason);

    [[nodiscard]] QString remoteAddress() const override { return m_remoteAddress; }
    [[nodiscard]] QString transport() const override { return QStringLiteral("websocket"); }
    [[nodiscard]] bool isWritable() const override;
    [[nodiscard]] qint64 queuedBytes() const { return m_outgoingBytes; }
    void send(const QByteArray &frame, FrameKind kind = FrameKind::Text) override;
    void close(const QString &reason) override;

private:
    enum class State {
        Handshaking,
        Open,
        Draining, ///< the rest of the queue goes out, then the close frame
        Closing,  ///< the close frame is on its way
        Closed,
    };

    /// A whole WebSocket frame, ready to be written.
    struct OutgoingFrame {
        OutgoingFrame(const QByteArray &data, FrameKind kind);

        QByteArray payload;
        std::array<quint8, 10> header{};
        std::size_t headerSize = 2;
    };

    void onOpen();
    void read();
    void onRead(boost::beast::error_code error);
    void writeQueued();
    void onWritten(boost::beast::error_code error, std::size_t frames);
    void onWriteError();
    void sayGoodbye();
    void armTimer();
    void onTimer();
    void carryOut(const Effects &effects);
    /// The owner hears of the end once, after the call that caused it has returned.
    void reportClosed(const QString &reason);
    void remove();

    ServerCore &m_core;
    boost::beast::websocket::stream<WriteSharedStream, false> m_socket;
    QString m_remoteAddress;
    const ConnectionHandler &m_handler;
    State m_state = State::Handshaking;
    ServerSession m_session;
    SteadyTimer m_timer;
    boost::beast::flat_buffer m_incoming;
    std::deque<OutgoingFrame> m_outgoing; ///< the first ones are being written while m_writing
    qint64 m_outgoingBytes = 0;
    bool m_writing = false;
};

} // namespace engineio

// SPDX-License-Identifier: MIT
#include "engineio/WebSocketConnection.h"

#include <QtCore/QtEndian>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/option.hpp>

#include <algorithm>
#include <vector>

namespace engineio {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;

namespace {

/// How long the handshake, the rest of the queue and the close handshake may each take.
constexpr std::chrono::seconds patience{10};

/// Two buffers each; Asio hands at most 64 of them to one system call.
constexpr std::size_t framesPerWrite = 32;

/// A larger receive buffer is given back after the message that needed it.
constexpr std::size_t keptBuffer = 64 * 1024;

Handshake handshakeOf(const ServerOptions &options)
{
    return {.sid = newSid(),
            .pingInterval = options.pingInterval,
            .pingTimeout = options.pingTimeout,
            .maxPayload = options.maxPayload};
}

} // namespace

// RFC 6455, 5.2: the only fragment of a message, unmasked because it comes from a server.
WebSocketConnection::OutgoingFrame::OutgoingFrame(const QByteArray &data, FrameKind kind)
    : payload(data)
{
    header[0] = kind == FrameKind::Text ? 0x81 : 0x82;
    const auto size = quint64(data.size());
    if (size < 126) {
        header[1] = quint8(size);
    } else if (size <= 0xffff) {
        header[1] = 126;
        qToBigEndian(quint16(size), header.data() + 2);
        headerSize = 4;
    } else {
        header[1] = 127;
        qToBigEndian(size, header.data() + 2);
        headerSize = 10;
    }
}

WebSocketConnection::WebSocketConnection(ServerCore &core, TcpStream &&stream, QString remoteAddress,
                                         const ConnectionHandler &handler)
    : m_core(core)
    , m_socket(std::move(stream))
    , m_remoteAddress(std::move(remoteAddress))
    , m_handler(handler)
    , m_session(handshakeOf(core.options), steadyNow())
    , m_timer(core.io)
{
}

void WebSocketConnection::start(const Request &upgrade)
{
    m_core.webSocketConnections.insert(shared_from_this());
    beast::get_lowest_layer(m_socket).expires_never(); // the WebSocket layer has limits of its own
    websocket::stream_base::timeout limits;
    limits.handshake_timeout = patience;
    limits.idle_timeout = websocket::stream_base::none(); // the session's heartbeat sees to that
    limits.keep_alive_pings = false;
    m_socket.set_option(limits);
    m_socket.read_message_max(std::size_t(m_core.options.maxPayload));
    m_socket.async_accept(upgrade, [self = shared_from_this()](beast::error_code error) {
        if (error || self->m_state != State::Handshaking)
            self->abort(QStringLiteral("transport error"));
        else
            self->onOpen();
    });
}

void WebSocketConnection::abort(const QString &reason)
{
    reportClosed(reason);
    m_state = State::Closed;
    beast::get_lowest_layer(m_socket).close();
    remove();
}

bool WebSocketConnection::isWritable() const
{
    return m_state == State::Open && m_outgoingBytes <= m_core.options.softWriteQueue;
}

void WebSocketConnection::send(const QByteArray &frame, FrameKind kind)
{
    if (m_state != State::Open)
        return;
    if (m_outgoingBytes + frame.size() > m_core.options.maxWriteQueue) {
        abort(QStringLiteral("the client reads too slowly"));
        return;
    }
    m_outgoing.emplace_back(frame, kind);
    m_outgoingBytes += frame.size();
    writeQueued();
}

void WebSocketConnection::close(const QString &reason)
{
    if (m_state == State::Handshaking) {
        abort(reason);
        return;
    }
    if (m_state != State::Open)
        return;
    reportClosed(reason);
    m_state = State::Draining;
    armTimer();
    if (!m_writing)
        sayGoodbye();
}

void WebSocketConnection::onOpen()
{
    m_state = State::Open;
    armTimer();
    send(m_session.openFrame());
    m_handler(shared_from_this());
    read();
}

void WebSocketConnection::read()
{
    m_socket.async_read(m_incoming,
                        [self = shared_from_this()](beast::error_code error, std::size_t) { self->onRead(error); });
}

void WebSocketConnection::onRead(beast::error_code error)
{
    if (error) { // after a frame over the limit Beast has sent close code 1009 by now
        abort(error == websocket::error::message_too_big ? QStringLiteral("payload too large")
                                                         : QStringLiteral("transport close"));
        return;
    }
    if (m_state == State::Open) {
        const auto data = m_incoming.cdata();
        const QByteArrayView frame(static_cast<const char *>(data.data()), qsizetype(data.size()));
        carryOut(m_session.feed(m_socket.got_text() ? FrameKind::Text : FrameKind::Binary, frame, steadyNow()));
    }
    m_incoming.clear();
    if (m_incoming.capacity() > keptBuffer)
        m_incoming.shrink_to_fit();
    if (m_state != State::Closed)
        read(); // also while closing: the answer to the close frame comes this way
}

void WebSocketConnection::writeQueued()
{
    if (m_writing || m_outgoing.empty() || !m_socket.is_open()) // Beast may have sent a close frame: nothing may follow
        return;
    m_writing = true;
    const std::size_t frames = std::min(m_outgoing.size(), framesPerWrite);
    std::vector<boost::asio::const_buffer> buffers;
    buffers.reserve(2 * frames);
    for (std::size_t i = 0; i < frames; ++i) { // they stay in the queue, and so alive, until they are written
        const OutgoingFrame &frame = m_outgoing[i];
        buffers.emplace_back(frame.header.data(), frame.headerSize);
        buffers.emplace_back(frame.payload.constData(), std::size_t(frame.payload.size()));
    }
    m_socket.next_layer().writeWhole(
        buffers,
        [self = shared_from_this(), frames](beast::error_code error, std::size_t) { self->onWritten(error, frames); });
}

void WebSocketConnection::onWritten(beast::error_code error, std::size_t frames)
{
    m_writing = false;
    if (error)
        return onWriteError();
    for (std::size_t i = 0; i < frames; ++i) {
        m_outgoingBytes -= m_outgoing.front().payload.size();
        m_outgoing.pop_front();
    }
    writeQueued();
    if (m_state == State::Draining && !m_writing)
        sayGoodbye();
}

void WebSocketConnection::onWriteError()
{
    if (m_state == State::Closed)
        return;
    // The read that is under way ends it: it may be about to tell the client about a frame over the limit, and a reset
    // would swallow that.
    reportClosed(QStringLiteral("transport error"));
    m_state = State::Closing;
    armTimer();
}

void WebSocketConnection::sayGoodbye()
{
    m_state = State::Closing;
    m_socket.async_close(websocket::close_code::normal, [self = shared_from_this()](beast::error_code) {
        self->abort(QStringLiteral("transport close"));
    });
}

void WebSocketConnection::armTimer()
{
    const auto now = steadyNow();
    m_timer.expires_after(m_state == State::Open ? m_session.deadline() - now : patience);
    m_timer.async_wait([weak = weak_from_this()](beast::error_code error) {
        if (const auto self = weak.lock(); self && !error)
            self->onTimer();
    });
}

void WebSocketConnection::onTimer()
{
    if (m_state == State::Open) {
        carryOut(m_session.tick(steadyNow()));
        if (m_state == State::Open)
            armTimer();
    } else if (m_state == State::Draining || m_state == State::Closing) {
        abort(QStringLiteral("transport close"));
    }
}

void WebSocketConnection::carryOut(const Effects &effects)
{
    for (const auto &effect : effects) {
        if (const auto *frame = std::get_if<SendFrame>(&effect))
            send(frame->frame);
        else if (const auto *message = std::get_if<MessageReceived>(&effect))
            onMessage(message->kind, message->payload);
        else if (std::holds_alternative<HeartbeatSeen>(effect))
            armTimer();
        else if (const auto *closed = std::get_if<SessionClosed>(&effect))
            close(closed->reason);
        if (m_state != State::Open)
            return;
    }
}

void WebSocketConnection::reportClosed(const QString &reason)
{
    if (m_state != State::Open)
        return; // never opened, or reported before
    boost::asio::post(m_core.io, [self = shared_from_this(), reason] {
        const auto tell = std::exchange(self->onClose, nullptr);
        self->onMessage = nullptr; // it may own what owns this
        if (tell)
            tell(reason);
    });
}

void WebSocketConnection::remove()
{
    m_timer.cancel();
    if (m_core.webSocketConnections.erase(shared_from_this()) > 0 && m_core.onWebSocketGone)
        m_core.onWebSocketGone();
}

} // namespace engineio

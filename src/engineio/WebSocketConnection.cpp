// SPDX-License-Identifier: MIT
#include "engineio/WebSocketConnection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/option.hpp>

namespace engineio {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;

namespace {

/// How long the handshake, the rest of the queue and the close handshake may each take.
constexpr std::chrono::seconds patience{10};

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

WebSocketConnection::WebSocketConnection(ServerCore &core, TcpStream &&stream, QString remoteAddress)
    : m_core(core)
    , m_socket(std::move(stream))
    , m_remoteAddress(std::move(remoteAddress))
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
    m_socket.auto_fragment(false);
    m_socket.text(true);
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

void WebSocketConnection::send(const QByteArray &frame)
{
    if (m_state != State::Open)
        return;
    if (m_outgoingBytes + frame.size() > m_core.options.maxWriteQueue) {
        abort(QStringLiteral("the client reads too slowly"));
        return;
    }
    m_outgoing.push_back(frame);
    m_outgoingBytes += frame.size();
    writeNext();
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
    m_core.connectionHandler(shared_from_this());
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

void WebSocketConnection::writeNext()
{
    if (m_writing || m_outgoing.empty())
        return;
    m_writing = true;
    const QByteArray &frame = m_outgoing.front(); // stays in the queue, and so alive, until it is written
    m_socket.async_write(boost::asio::const_buffer(frame.constData(), std::size_t(frame.size())),
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             self->m_writing = false;
                             if (error)
                                 return self->onWriteError();
                             self->m_outgoingBytes -= self->m_outgoing.front().size();
                             self->m_outgoing.pop_front();
                             self->writeNext();
                             if (self->m_state == State::Draining && !self->m_writing)
                                 self->sayGoodbye();
                         });
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
            onMessage(message->payload);
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

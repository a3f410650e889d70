// SPDX-License-Identifier: MIT
#include "engineio/server/ServerWebSocket.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/option.hpp>

#include <algorithm>

namespace engineio {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;

namespace {

/// How long the rest of the queue and the close handshake may each take.
constexpr std::chrono::seconds goodbyePatience{10};

/// Asio hands at most so many buffers to one system call.
constexpr qsizetype framesPerWrite = 64;

/// A larger receive buffer is given back after the message that needed it.
constexpr std::size_t keptBuffer = 16 * 1024;

} // namespace

ServerWebSocket::ServerWebSocket(ServerCore &core, ServerStream &&stream, Admission::Ticket &&ticket)
    : m_core(core)
    , m_ticket(std::move(ticket))
    , m_socket(std::move(stream))
    , m_timer(core.io)
{
}

void ServerWebSocket::accept(const Request &upgrade, const std::shared_ptr<User> &user)
{
    m_core.webSockets.insert(shared_from_this());
    m_user = user;
    websocket::stream_base::timeout limits;
    limits.handshake_timeout = websocket::stream_base::none(); // m_timer sees to that
    limits.idle_timeout = websocket::stream_base::none();      // and the session's heartbeat to that
    limits.keep_alive_pings = false;
    m_socket.set_option(limits);
    m_socket.read_message_max(std::size_t(m_core.options.maxPayload));
    limitTime(m_core.options.handshakeTimeout);
    m_socket.async_accept(upgrade, [self = shared_from_this()](beast::error_code error) { self->onAccepted(error); });
}

void ServerWebSocket::onAccepted(beast::error_code error)
{
    if (m_state != State::Handshaking)
        return;
    if (error)
        return abort();
    m_timer.expires_at(SteadyTimer::time_point::max());
    m_state = State::Open;
    const auto user = m_user;
    user->onWebSocketOpen(shared_from_this());
    if (m_state != State::Closed)
        read();
}

void ServerWebSocket::send(const QByteArray &payload, FrameKind kind)
{
    if (m_state != State::Open)
        return;
    const QByteArray &frame = m_outgoing.emplace_back(m_core.framing.frame(payload, kind));
    m_outgoingBytes += frame.size();
    flushSoon();
}

void ServerWebSocket::close()
{
    if (m_state != State::Open) {
        if (m_state == State::Handshaking)
            abort();
        return;
    }
    m_user = nullptr;
    m_state = State::Draining;
    limitTime(goodbyePatience);
    if (m_outgoing.isEmpty())
        sayGoodbye();
}

void ServerWebSocket::abort()
{
    m_user = nullptr;
    m_state = State::Closed;
    m_timer.cancel();
    m_socket.next_layer().next_layer().close();
    if (m_core.webSockets.erase(shared_from_this()) > 0 && m_core.onGone)
        m_core.onGone();
}

void ServerWebSocket::fail(const QString &reason)
{
    const auto user = std::exchange(m_user, nullptr);
    abort();
    if (user)
        user->onWebSocketEnd(*this, reason);
}

void ServerWebSocket::read()
{
    m_socket.async_read(m_incoming,
                        [self = shared_from_this()](beast::error_code error, std::size_t) { self->onRead(error); });
}

void ServerWebSocket::onRead(beast::error_code error)
{
    if (error) // after a frame over the limit Beast has sent close code 1009 by now
        return fail(error == websocket::error::message_too_big ? QStringLiteral("payload too large")
                                                               : QStringLiteral("transport close"));
    m_core.counters.bytesReceived += m_incoming.size();
    if (const auto user = m_user; user && m_state == State::Open) {
        const auto data = m_incoming.cdata();
        user->onWebSocketFrame(*this, m_socket.got_text() ? FrameKind::Text : FrameKind::Binary,
                               {static_cast<const char *>(data.data()), qsizetype(data.size())});
    }
    m_incoming.clear();
    if (m_incoming.capacity() > keptBuffer)
        m_incoming.shrink_to_fit();
    if (m_state == State::Closed)
        return;
    flush(); // an answer leaves before the system is asked for more
    read();  // also while closing: the answer to the close frame comes this way
}

void ServerWebSocket::flushSoon()
{
    if (m_writing || std::exchange(m_flushSoon, true))
        return;
    if (m_core.unflushed.empty()) {
        boost::asio::post(m_core.io, [&core = m_core] {
            for (const auto &socket : std::exchange(core.unflushed, {})) {
                socket->m_flushSoon = false;
                socket->flush();
            }
        });
    }
    m_core.unflushed.push_back(shared_from_this());
}

void ServerWebSocket::flush()
{
    if (m_writing || m_outgoing.isEmpty() ||
        !m_socket.is_open()) // Beast may have sent a close frame: nothing may follow
        return;
    m_writing = true;
    const qsizetype frames = std::min(m_outgoing.size(), framesPerWrite);
    const auto written = [self = shared_from_this(), frames](beast::error_code error, std::size_t bytes) {
        self->onWritten(error, bytes, frames);
    };
    // They stay in the queue, and so alive, until they are written.
    if (frames == 1) {
        const QByteArray &frame = m_outgoing.constFirst();
        m_socket.next_layer().writeWhole(boost::asio::const_buffer(frame.constData(), std::size_t(frame.size())),
                                         written);
        return;
    }
    std::vector<boost::asio::const_buffer> buffers;
    buffers.reserve(std::size_t(frames));
    for (qsizetype i = 0; i < frames; ++i)
        buffers.emplace_back(m_outgoing.at(i).constData(), std::size_t(m_outgoing.at(i).size()));
    m_socket.next_layer().writeWhole(buffers, written);
}

void ServerWebSocket::onWritten(beast::error_code error, std::size_t bytes, qsizetype frames)
{
    m_writing = false;
    m_core.counters.bytesSent += bytes;
    if (error) {
        // The read that is under way ends it: it may be about to tell the client about a frame over the limit, and a
        // reset would swallow that.
        if (m_state == State::Open || m_state == State::Draining) {
            m_state = State::Closing;
            limitTime(goodbyePatience);
        }
        return;
    }
    for (qsizetype i = 0; i < frames; ++i)
        m_outgoingBytes -= m_outgoing.at(i).size();
    if (frames == m_outgoing.size())
        m_outgoing = {}; // with its memory: idle connections hold little
    else
        m_outgoing.remove(0, frames);
    flush();
    if (m_state == State::Draining && m_outgoing.isEmpty())
        sayGoodbye();
}

void ServerWebSocket::sayGoodbye()
{
    m_state = State::Closing;
    m_socket.async_close(websocket::close_code::normal,
                         [self = shared_from_this()](beast::error_code) { self->abort(); });
}

void ServerWebSocket::limitTime(std::chrono::milliseconds time)
{
    m_timer.expires_after(time);
    m_timer.async_wait([weak = weak_from_this()](beast::error_code error) {
        // The limit may have been lifted after this handler was put into the queue.
        if (const auto self = weak.lock(); self && !error && self->m_timer.expiry() <= std::chrono::steady_clock::now())
            self->fail(QStringLiteral("transport close"));
    });
}

} // namespace engineio

// SPDX-License-Identifier: MIT
#include "engineio/server/ServerConnection.h"

#include "engineio/Packet.h"
#include "engineio/server/EngineRequest.h"

#include <boost/asio/post.hpp>

namespace engineio {

namespace {

/// Reasons of the application are its own words, and may be anything: as a figure they are all the same.
QString application()
{
    return QStringLiteral("application");
}

Handshake handshakeOf(const ServerOptions &options, const QString &sid, TransportKind transport)
{
    return {.sid = sid,
            .upgrades =
                transport == TransportKind::Polling ? QStringList{nameOf(TransportKind::WebSocket)} : QStringList(),
            .pingInterval = options.pingInterval,
            .pingTimeout = options.pingTimeout,
            .maxPayload = options.maxPayload};
}

HttpResponse payloadResponse(const QByteArray &payload)
{
    return {.contentType = "text/plain; charset=UTF-8", .body = payload};
}

} // namespace

ServerConnection::ServerConnection(ServerCore &core, TransportKind transport, QString remoteAddress,
                                   const ConnectionHandler &handler)
    : m_core(core)
    , m_sid(newSid())
    , m_remoteAddress(std::move(remoteAddress))
    , m_handler(handler)
    , m_session(handshakeOf(core.options, m_sid, transport), transport, core.options.upgradeTimeout, steadyNow())
    , m_timer(core.io)
{
}

bool ServerConnection::isWritable() const
{
    return m_state == State::Open && queuedBytes() <= m_core.options.softWriteQueue;
}

void ServerConnection::send(const QByteArray &frame, FrameKind kind)
{
    if (m_state != State::Open)
        return;
    if (queuedBytes() + frame.size() > m_core.options.maxWriteQueue) {
        abort(QStringLiteral("the client reads too slowly"));
        return;
    }
    if (m_socket) {
        m_socket->send(frame, kind);
        return;
    }
    m_queue.append({kind, frame});
    m_queuedBytes += frame.size();
    flushSoon();
}

void ServerConnection::close(const QString &reason)
{
    closeAs(application(), reason, false);
}

void ServerConnection::abort(const QString &reason)
{
    reportClosed(reason, reason);
    if (m_socket)
        m_socket->abort();
    remove();
}

void ServerConnection::openByPolling(const HttpResponder &respond, Admission::Ticket ticket)
{
    m_pollingTicket = std::move(ticket);
    open();
    respond(payloadResponse(m_session.openFrame()));
    m_handler(shared_from_this());
}

void ServerConnection::poll(HttpResponder respond)
{
    if (m_state == State::Draining) {
        m_poll = std::move(respond);
        answerPoll();
        return;
    }
    const auto effects = m_session.pollCame();
    if (!effects.empty()) {
        respond(answerFor(EngineError::BadRequest));
        carryOut(effects);
        return;
    }
    m_poll = std::move(respond);
    if (!m_queue.isEmpty())
        answerPoll();
}

bool ServerConnection::beginPost()
{
    const auto effects = m_session.postCame();
    carryOut(effects);
    return effects.empty();
}

void ServerConnection::post(QByteArrayView payload, const HttpResponder &respond)
{
    const auto self = shared_from_this();
    bool isWhole = true;
    PayloadReader reader(payload);
    while (isWhole && m_state == State::Open && m_session.transport() == TransportKind::Polling && !reader.atEnd()) {
        const auto frame = reader.next();
        isWhole = frame.has_value();
        if (frame)
            carryOut(m_session.feed(frame->kind, frame->data, steadyNow()));
    }
    m_session.postDone();
    if (isWhole)
        respond({.contentType = "text/html", .body = "ok"});
    else
        respond(answerFor(EngineError::BadRequest));
    if (!isWhole)
        carryOut(m_session.feed(FrameKind::Text, {}, steadyNow())); // what is no frame ends it, as on a WebSocket
}

void ServerConnection::requestLost()
{
    m_poll = nullptr;
    if (m_state == State::Draining)
        return remove();
    carryOut(m_session.requestLost());
}

void ServerConnection::onWebSocketOpen(const std::shared_ptr<ServerWebSocket> &socket)
{
    if (m_state == State::New) {
        m_socket = socket;
        open();
        m_socket->send(m_session.openFrame(), FrameKind::Text);
        m_handler(shared_from_this());
    } else if (m_state == State::Open && m_session.beginProbe(steadyNow())) {
        m_probe = socket;
        armTimer();
    } else {
        socket->close();
    }
}

void ServerConnection::onWebSocketFrame(const ServerWebSocket &socket, FrameKind kind, QByteArrayView frame)
{
    if (&socket == m_socket.get())
        carryOut(m_session.feed(kind, frame, steadyNow()));
    else if (&socket == m_probe.get())
        carryOut(m_session.feedProbe(kind, frame));
}

void ServerConnection::onWebSocketEnd(const ServerWebSocket &socket, const QString &reason)
{
    if (&socket == m_probe.get()) {
        m_probe.reset();
        m_session.probeLost();
    } else if (&socket == m_socket.get()) {
        abort(reason);
    }
}

void ServerConnection::open()
{
    m_state = State::Open;
    m_core.sessions.insert(m_sid, shared_from_this());
    ++m_core.counters.sessionsOpened;
    ++gauge();
    armTimer();
}

void ServerConnection::carryOut(const ServerEffects &effects)
{
    const auto self = shared_from_this();
    for (const auto &effect : effects) {
        if (const auto *message = std::get_if<MessageReceived>(&effect)) {
            if (onMessage)
                onMessage(message->kind, message->payload);
        } else if (const auto *frame = std::get_if<SendFrame>(&effect)) {
            send(frame->frame);
        } else if (const auto *probe = std::get_if<SendOnProbe>(&effect)) {
            m_probe->send(probe->frame, FrameKind::Text);
        } else if (std::holds_alternative<ReleasePoll>(effect)) {
            answerPollWith(encode(PacketType::Noop));
        } else if (std::holds_alternative<Upgraded>(effect)) {
            moveToWebSocket();
        } else if (std::holds_alternative<ProbeFailed>(effect)) {
            std::exchange(m_probe, nullptr)->close();
        } else if (const auto *closed = std::get_if<SessionClosed>(&effect)) {
            closeAs(closed->reason, closed->reason, closed->byClient);
        }
        if (m_state != State::Open)
            return;
    }
    if (m_state == State::Open && m_session.deadline() != m_timerDue)
        armTimer();
}

void ServerConnection::moveToWebSocket()
{
    --m_core.counters.pollingSessions;
    ++m_core.counters.webSocketSessions;
    ++m_core.counters.upgrades;
    m_socket = std::exchange(m_probe, nullptr);
    for (const Frame &frame : std::exchange(m_queue, {}))
        m_socket->send(frame.data, frame.kind);
    m_queuedBytes = 0;
    m_pollingTicket = {}; // the WebSocket has one
}

void ServerConnection::closeAs(const QString &cause, const QString &reason, bool byClient)
{
    if (m_state == State::New)
        return abort(reason);
    if (m_state != State::Open)
        return;
    reportClosed(cause, reason);
    m_state = State::Draining;
    if (cause == application() && !m_socket) {
        if (m_probe)
            std::exchange(m_probe, nullptr)->close();
        armTimer();
        if (m_poll)
            answerPoll();
        return;
    }
    if (byClient && m_poll)
        answerPollWith(encode(PacketType::Noop)); // as the reference does; otherwise it is a close packet
    remove();
}

void ServerConnection::flushSoon()
{
    if (!m_poll || std::exchange(m_flushSoon, true))
        return;
    boost::asio::post(m_core.io, [self = shared_from_this()] {
        self->m_flushSoon = false;
        if (self->m_poll && !self->m_queue.isEmpty())
            self->answerPoll();
    });
}

void ServerConnection::answerPoll()
{
    QByteArray payload;
    qsizetype taken = 0;
    for (; taken < m_queue.size(); ++taken) {
        const Frame &frame = m_queue.at(taken);
        if (taken > 0 && payload.size() + payloadCost(frame) > m_core.options.maxPayload)
            break;
        appendToPayload(payload, frame);
        m_queuedBytes -= frame.data.size();
    }
    m_queue.remove(0, taken);
    // In a payload of its own, as from the reference: its client acts on a close before the messages next to it.
    const bool isLast = m_state == State::Draining && taken == 0;
    if (isLast)
        appendToPayload(payload, {FrameKind::Text, encode(PacketType::Close)});
    answerPollWith(payload);
    if (isLast)
        remove();
}

void ServerConnection::answerPollWith(const QByteArray &payload)
{
    m_session.pollAnswered();
    std::exchange(m_poll, nullptr)(payloadResponse(payload));
}

void ServerConnection::armTimer()
{
    const auto now = steadyNow();
    m_timerDue = m_state == State::Open ? m_session.deadline() : now + m_core.options.fetchTimeout;
    m_timer.expires_after(m_timerDue - now);
    m_timer.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        // It may have been moved after this handler was put into the queue.
        if (const auto self = weak.lock(); self && !error && self->m_timer.expiry() <= std::chrono::steady_clock::now())
            self->onTimer();
    });
}

void ServerConnection::onTimer()
{
    if (m_state == State::Draining) {
        remove();
    } else if (m_state == State::Open) {
        m_timerDue = {};
        carryOut(m_session.tick(steadyNow()));
    }
}

void ServerConnection::reportClosed(const QString &cause, const QString &reason)
{
    if (m_state != State::Open)
        return; // never opened, or reported before
    --gauge();
    ++m_core.counters.closed[cause];
    boost::asio::post(m_core.io, [self = shared_from_this(), reason] {
        const auto tell = std::exchange(self->onClose, nullptr);
        self->onMessage = nullptr; // it may own what owns this
        if (tell)
            tell(reason);
    });
}

void ServerConnection::remove()
{
    m_state = State::Closed;
    m_timer.cancel();
    m_pollingTicket = {};
    m_queue = {};
    m_queuedBytes = 0;
    if (const auto poll = std::exchange(m_poll, nullptr))
        poll(payloadResponse(encode(PacketType::Close)));
    for (auto &socket : {std::exchange(m_probe, nullptr), std::exchange(m_socket, nullptr)}) {
        if (socket)
            socket->close();
    }
    if (m_core.sessions.remove(m_sid) && m_core.onGone)
        m_core.onGone();
}

qint64 &ServerConnection::gauge()
{
    return m_session.transport() == TransportKind::Polling ? m_core.counters.pollingSessions
                                                           : m_core.counters.webSocketSessions;
}

} // namespace engineio

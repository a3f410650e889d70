// SPDX-License-Identifier: MIT
#include "socketio/client/ClientSocket.h"

#include "engineio/SteadyClock.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <utility>

namespace socketio {

using engineio::Failure;
using engineio::steadyNow;

ClientSocket::ClientSocket(ClientConnection &connection, ClientSocketOptions options, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_options(std::move(options))
    , m_session(m_options.nameSpace)
    , m_timer([this] { carryOut(m_session.tick(steadyNow())); })
{
}

ClientSocket::~ClientSocket()
{
    leave();
}

void ClientSocket::open(const QJsonObject &auth)
{
    const QPointer<ClientSocket> alive(this);
    close();
    if (!alive || m_session.isOpen()) // who heard of the end has opened it again
        return;
    const quint64 opening = ++m_opening;
    m_auth = auth;
    m_session.open(steadyNow() + m_options.connectTimeout);
    if (!m_connection.attach(this)) {
        const auto refuse = [this, opening] {
            if (m_opening == opening)
                finish({.message = QStringLiteral("another socket of this connection has the same namespace")});
        };
        QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
        return;
    }
    arm();
    if (m_connection.isOpen())
        onOpened();
}

void ClientSocket::close()
{
    if (!m_session.isOpen())
        return;
    leave();
    finish({.message = QStringLiteral("closed by this client")});
}

void ClientSocket::leave()
{
    if (m_session.isConnected())
        m_connection.send(m_session.disconnectPacket());
    m_connection.detach(this);
}

bool ClientSocket::emitEvent(const QString &event, const Arguments &arguments)
{
    if (m_options.retries > 0) {
        emitWithAck(event, arguments, m_options.ackTimeout, [](const AckResult &) {});
        return true;
    }
    if (!isConnected() && m_options.whenClosed == WhenClosed::Drop)
        return false;
    deliver(m_session.eventPacket(event, arguments));
    return true;
}

void ClientSocket::volatileEvent(const QString &event, const Arguments &arguments)
{
    if (isConnected() && m_connection.isWritable())
        m_connection.send(m_session.eventPacket(event, arguments));
}

void ClientSocket::emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                               AckHandler answer)
{
    if (m_options.retries > 0) {
        m_retried.push_back({event, arguments, timeout, std::move(answer)});
        retryNext();
        return;
    }
    if (!isConnected() && m_options.whenClosed == WhenClosed::Drop) {
        QMetaObject::invokeMethod(
            this, [answer = std::move(answer)] { answer(AckFailure::Disconnected); }, Qt::QueuedConnection);
        return;
    }
    deliver(m_session.askingPacket(event, arguments, steadyNow() + timeout, std::move(answer)));
    arm();
}

void ClientSocket::deliver(const EventPacket &packet)
{
    if (isConnected())
        m_connection.send(packet);
    else
        m_kept.push_back(packet);
}

void ClientSocket::retryNext()
{
    if (m_trying || m_retried.empty() || !isConnected())
        return;
    m_trying = true;
    auto &next = m_retried.front();
    ++next.tries;
    m_connection.send(m_session.askingPacket(next.event, next.arguments, steadyNow() + next.timeout,
                                             [this](const AckResult &result) { onTried(result); }));
    arm();
}

void ClientSocket::onTried(const AckResult &result)
{
    m_trying = false;
    auto &tried = m_retried.front();
    if (std::holds_alternative<AckFailure>(result) && tried.tries <= m_options.retries) {
        retryNext();
        return;
    }
    const auto answer = std::move(tried.answer);
    m_retried.pop_front();
    retryNext();
    answer(result);
}

void ClientSocket::onOpened()
{
    m_connection.send(m_session.connectPacket(std::exchange(m_auth, {})));
}

void ClientSocket::receive(const Packet &packet)
{
    carryOut(m_session.feed(packet));
}

void ClientSocket::onConnected(const Connected &connection)
{
    m_recovered = connection.recovered;
    for (const auto &packet : std::exchange(m_kept, {}))
        m_connection.send(packet);
    retryNext();
    Q_EMIT connected(connection.socketId, connection.recovered);
}

Ack ClientSocket::answerTo(const EventPacket &event)
{
    if (!event.id)
        return {};
    return [self = QPointer<ClientSocket>(this), opening = m_opening, id = *event.id](const Arguments &arguments) {
        if (self && self->m_opening == opening)
            self->m_connection.send(AckPacket{self->nameSpace(), id, arguments});
    };
}

void ClientSocket::carryOut(const ClientEffects &effects)
{
    const QPointer<ClientSocket> alive(this);
    const quint64 opening = m_opening;
    for (const auto &effect : effects) {
        if (!alive)
            return;
        if (const auto *ack = std::get_if<AckSettled>(&effect)) {
            const auto isIts = [ack](const EventPacket &kept) { return kept.id == ack->id; };
            m_kept.erase(std::remove_if(m_kept.begin(), m_kept.end(), isIts), m_kept.end());
            ack->handler(ack->result);
        } else if (m_opening != opening) {
            continue; // only acknowledgements outlive the connection
        } else if (const auto *connection = std::get_if<Connected>(&effect)) {
            onConnected(*connection);
        } else if (const auto *refusal = std::get_if<ConnectErrorPacket>(&effect)) {
            m_connection.detach(this);
            settle([this, refused = *refusal] { Q_EMIT connectRefused(refused.message, refused.data); });
        } else if (const auto *event = std::get_if<EventPacket>(&effect)) {
            Q_EMIT eventReceived(event->event, event->arguments, answerTo(*event));
        } else if (const auto *over = std::get_if<ClientSessionClosed>(&effect)) {
            const auto kind = over->byServer   ? Failure::Kind::ServerClosed
                              : over->timedOut ? Failure::Kind::Timeout
                                               : Failure::Kind::Protocol;
            m_connection.detach(this);
            finish({.kind = kind, .message = over->reason});
        }
    }
    if (alive)
        arm();
}

void ClientSocket::finish(const Failure &failure)
{
    // The failure may belong to what ends here.
    settle([this, copy = failure] { Q_EMIT closed(copy.message, copy); });
}

void ClientSocket::settle(const std::function<void()> &tell)
{
    const QPointer<ClientSocket> alive(this);
    ++m_opening;
    for (const auto &answer : m_session.close()) {
        answer(AckFailure::Disconnected);
        if (!alive)
            return;
    }
    arm(); // what is kept has deadlines, too
    tell();
}

void ClientSocket::arm()
{
    m_timer.set(m_session.deadline());
}

} // namespace socketio

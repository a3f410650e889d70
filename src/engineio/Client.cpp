// SPDX-License-Identifier: MIT
#include "engineio/Client.h"

#include "engineio/ClientSession.h"
#include "engineio/Endpoint.h"
#include "engineio/Packet.h"
#include "engineio/ProxyChoice.h"
#include "engineio/SteadyClock.h"
#include "engineio/WebSocketTransport.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <algorithm>

namespace engineio {

namespace {

/// Everything that lives as long as one open.
struct Opening {
    ClientSession session;
    std::chrono::milliseconds deadline; ///< for the handshake
    ClientTransport *transport = nullptr;
};

} // namespace

struct Client::Private {
    Private(Client *client, ClientOptions clientOptions)
        : q(client)
        , options(std::move(clientOptions))
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, q, [this] { onTimer(); });
    }

    void start();
    void drop();
    void fail(const Failure &failure);
    void onTimer();
    void arm();
    void carryOut(const ClientEffects &effects);

    Client *q;
    ClientOptions options;
    QTimer timer;
    std::shared_ptr<Opening> opening; ///< empty: closed
    Traffic earlierTraffic;           ///< of transports that are gone
};

void Client::Private::start()
{
    opening = std::make_shared<Opening>();
    opening->deadline = steadyNow() + options.handshakeTimeout;
    QUrl endpoint = options.url;
    endpoint.setPath(options.path);
    const QByteArray origin = options.origin.isEmpty() ? originOf(endpoint) : options.origin;
    auto *transport = new WebSocketTransport(origin, chooseProxy(options.proxy, endpoint), options.tls, q);
    opening->transport = transport;
    QObject::connect(transport, &ClientTransport::frameReceived, q, [this](FrameKind kind, const QByteArray &frame) {
        carryOut(opening->session.feed(kind, frame, steadyNow()));
    });
    QObject::connect(transport, &ClientTransport::ended, q, [this](const Failure &failure) { fail(failure); });
    arm();
    transport->open(endpoint, {});
}

void Client::Private::drop()
{
    const auto ended = std::exchange(opening, nullptr);
    timer.stop();
    if (!ended)
        return;
    earlierTraffic += ended->transport->traffic();
    ended->transport->disconnect(q);
    ended->transport->closeAndDelete();
}

void Client::Private::fail(const Failure &failure)
{
    // Taken away first, so that whoever hears of its end finds this client closed and may open it again.
    drop();
    Q_EMIT q->closed(failure);
}

void Client::Private::onTimer()
{
    const auto now = steadyNow();
    if (!opening->session.isOpen() && now >= opening->deadline) {
        fail({.kind = Failure::Kind::Timeout, .message = QStringLiteral("the server did not answer in time")});
        return;
    }
    carryOut(opening->session.tick(now));
}

void Client::Private::arm()
{
    if (opening)
        timer.start(std::max(std::chrono::milliseconds(0),
                             opening->session.deadline().value_or(opening->deadline) - steadyNow()));
}

void Client::Private::carryOut(const ClientEffects &effects)
{
    const auto current = opening;
    const QPointer<Client> alive(q);
    for (const auto &effect : effects) {
        if (const auto *send = std::get_if<SendFrame>(&effect)) {
            current->transport->send(send->frame, FrameKind::Text);
        } else if (const auto *opened = std::get_if<Opened>(&effect)) {
            current->transport->setHandshake(opened->handshake);
            Q_EMIT q->opened(opened->handshake);
        } else if (const auto *message = std::get_if<MessageReceived>(&effect)) {
            Q_EMIT q->messageReceived(message->kind, message->payload.toByteArray());
        } else if (std::holds_alternative<HeartbeatSeen>(effect)) {
            Q_EMIT q->heartbeat();
        } else if (const auto *failure = std::get_if<Failure>(&effect)) {
            fail(*failure);
        }
        if (!alive || opening != current)
            return;
    }
    arm();
}

Client::Client(ClientOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
}

Client::~Client()
{
    d->drop();
}

void Client::open()
{
    d->drop();
    d->start();
}

void Client::send(const QByteArray &payload, FrameKind kind)
{
    if (!isOpen())
        return;
    d->opening->transport->send(kind == FrameKind::Text ? encode(PacketType::Message, payload) : payload, kind);
}

void Client::close()
{
    d->drop();
}

bool Client::isOpen() const
{
    return d->opening && d->opening->session.isOpen();
}

QString Client::transport() const
{
    return isOpen() ? d->opening->transport->name() : QString();
}

Traffic Client::traffic() const
{
    Traffic traffic = d->earlierTraffic;
    if (d->opening)
        traffic += d->opening->transport->traffic();
    return traffic;
}

} // namespace engineio

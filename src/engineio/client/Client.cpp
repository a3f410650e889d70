// SPDX-License-Identifier: MIT
#include "engineio/client/Client.h"

#include "engineio/ClientSession.h"
#include "engineio/Packet.h"
#include "engineio/SteadyClock.h"
#include "engineio/client/DeadlineTimer.h"
#include "engineio/client/Endpoint.h"
#include "engineio/client/PollingTransport.h"
#include "engineio/client/ProxyChoice.h"
#include "engineio/client/Upgrade.h"
#include "engineio/client/WebSocketTransport.h"

#include <QtCore/QPointer>

#include <algorithm>

namespace engineio {

using std::chrono::milliseconds;

namespace {

constexpr int mostUpgradePauses = 32; ///< in `upgradeRetry`

/// Whether another transport may come through where this one failed.
bool mayBeBlocked(const Failure &failure)
{
    switch (failure.kind) {
    case Failure::Kind::Unreachable:
    case Failure::Kind::Tls:
        return false;
    case Failure::Kind::Proxy:
        return !failure.wantsProxyUser;
    case Failure::Kind::ServerClosed:
        return failure.closeCode < 4000; // from there on it is the application that speaks
    default:
        return true;
    }
}

/// Everything that lives as long as one open.
struct Opening {
    QNetworkProxy proxy;
    QList<TransportKind> untried;
    milliseconds deadline{}; ///< for the handshake
    ClientSession session;
    TransportKind kind = TransportKind::WebSocket;
    ClientTransport *transport = nullptr;
    std::optional<milliseconds> patienceEnds; ///< when a silent transport is taken for blocked
    bool webSocketFailed = false;
    std::unique_ptr<Upgrade> upgrade;
    ClientTransport *upgradeTo = nullptr;
    std::optional<milliseconds> upgradeAt; ///< when WebSocket is tried (again)
    milliseconds upgradePause{};           ///< after the next one that fails
};

} // namespace

struct Client::Private {
    Private(Client *client, ClientOptions clientOptions)
        : q(client)
        , options(std::move(clientOptions))
        , endpoint(options.url)
        , origin(options.origin.isEmpty() ? originOf(options.url) : options.origin)
        , timer([this] { onTimer(); })
    {
        endpoint.setPath(options.path);
    }

    void start();
    void tryNext();
    ClientTransport *make(TransportKind kind);
    void listenTo(ClientTransport *transport);
    void onTransportEnded(const Failure &failure);
    void onOpened(const Handshake &handshake);
    void startUpgrade();
    void onUpgraded();
    void onUpgradeFailed();
    void discard(ClientTransport *transport);
    void drop();
    void fail(const Failure &failure);
    void onTimer();
    void arm();
    void carryOut(const ClientEffects &effects);

    Client *q;
    ClientOptions options;
    QUrl endpoint;
    QByteArray origin;
    DeadlineTimer timer;
    std::shared_ptr<Opening> opening; ///< empty: closed
    bool webSocketIsBlocked = false;  ///< known from an opening before: the next one need not wait to learn it again
    milliseconds probeAt{};           ///< when that may have changed, however short the sessions until then
    Traffic earlierTraffic;           ///< of transports that are gone
};

void Client::Private::start()
{
    opening = std::make_shared<Opening>();
    opening->proxy = chooseProxy(options.proxy, endpoint);
    opening->deadline = steadyNow() + options.handshakeTimeout;
    opening->untried = options.transports;
    if (webSocketIsBlocked && opening->untried.contains(TransportKind::Polling))
        opening->untried.removeAll(TransportKind::WebSocket);
    tryNext();
}

void Client::Private::tryNext()
{
    opening->kind = opening->untried.takeFirst();
    opening->transport = make(opening->kind);
    opening->patienceEnds.reset();
    if (opening->kind == TransportKind::WebSocket && !opening->untried.isEmpty())
        opening->patienceEnds = steadyNow() + options.webSocketPatience;
    listenTo(opening->transport);
    arm();
    opening->transport->open(endpoint, {});
}

ClientTransport *Client::Private::make(TransportKind kind)
{
    if (kind == TransportKind::WebSocket)
        return new WebSocketTransport(origin, opening->proxy, options.tls, q);
    return new PollingTransport(origin, opening->proxy, options.tls, q);
}

void Client::Private::listenTo(ClientTransport *transport)
{
    QObject::connect(transport, &ClientTransport::frameReceived, q, [this](FrameKind kind, const QByteArray &frame) {
        carryOut(opening->session.feed(kind, frame, steadyNow()));
    });
    QObject::connect(transport, &ClientTransport::ended, q,
                     [this](const Failure &failure) { onTransportEnded(failure); });
}

void Client::Private::onTransportEnded(const Failure &failure)
{
    if (opening->session.isOpen() || opening->untried.isEmpty() || !mayBeBlocked(failure)) {
        fail(failure);
        return;
    }
    opening->webSocketFailed = opening->webSocketFailed || opening->kind == TransportKind::WebSocket;
    discard(opening->transport);
    tryNext();
}

void Client::Private::onOpened(const Handshake &handshake)
{
    opening->transport->setHandshake(handshake);
    opening->patienceEnds.reset();
    opening->upgradePause = options.upgradeRetry;
    if (opening->kind == TransportKind::WebSocket)
        return;
    const auto now = steadyNow();
    if (opening->webSocketFailed && !std::exchange(webSocketIsBlocked, true))
        probeAt = now + options.upgradeRetry;
    if (options.upgrade && options.transports.contains(TransportKind::WebSocket) &&
        handshake.upgrades.contains(nameOf(TransportKind::WebSocket)))
        // Sessions shorter than the pause come to it too; a new one may be in another network, so it waits for one
        // only.
        opening->upgradeAt = webSocketIsBlocked ? std::clamp(probeAt, now, now + options.upgradeRetry) : now;
}

void Client::Private::startUpgrade()
{
    opening->upgradeAt.reset();
    opening->upgradeTo = make(TransportKind::WebSocket);
    opening->upgradeTo->setHandshake(opening->session.handshake());
    // Only long-polling is upgraded from.
    opening->upgrade = std::make_unique<Upgrade>(static_cast<PollingTransport &>(*opening->transport),
                                                 *opening->upgradeTo, options.upgradeTimeout);
    QObject::connect(opening->upgrade.get(), &Upgrade::succeeded, q, [this] { onUpgraded(); });
    QObject::connect(opening->upgrade.get(), &Upgrade::failed, q, [this] { onUpgradeFailed(); });
    opening->upgrade->start(endpoint, opening->session.handshake().sid);
}

void Client::Private::onUpgraded()
{
    webSocketIsBlocked = false;
    opening->upgrade.release()->deleteLater(); // it is speaking
    discard(opening->transport);
    opening->kind = TransportKind::WebSocket;
    opening->transport = std::exchange(opening->upgradeTo, nullptr);
    listenTo(opening->transport);
    Q_EMIT q->transportChanged(opening->transport->name());
}

void Client::Private::onUpgradeFailed()
{
    webSocketIsBlocked = true;
    earlierTraffic += opening->upgradeTo->traffic();
    opening->upgradeTo = nullptr;
    opening->upgrade.release()->deleteLater(); // it is speaking
    probeAt = steadyNow() + opening->upgradePause;
    opening->upgradeAt = probeAt;
    opening->upgradePause = std::min(2 * opening->upgradePause, mostUpgradePauses * options.upgradeRetry);
    arm();
}

void Client::Private::discard(ClientTransport *transport)
{
    earlierTraffic += transport->traffic();
    transport->disconnect(q);
    transport->closeAndDelete();
}

void Client::Private::drop()
{
    const auto ended = std::exchange(opening, nullptr);
    timer.stop();
    if (!ended)
        return;
    if (ended->upgrade)
        earlierTraffic += ended->upgradeTo->traffic();
    ended->upgrade.reset(); // before the transport that it would resume
    discard(ended->transport);
}

void Client::Private::fail(const Failure &failure)
{
    // The failure may belong to what is dropped now. Whoever hears of it finds this client closed and may open it
    // again.
    const Failure said = failure; // NOLINT(performance-unnecessary-copy-initialization)
    drop();
    Q_EMIT q->closed(said);
}

void Client::Private::onTimer()
{
    const auto now = steadyNow();
    if (!opening->session.isOpen() && now >= opening->deadline) {
        fail({.kind = Failure::Kind::Timeout, .message = QStringLiteral("the server did not answer in time")});
        return;
    }
    if (opening->patienceEnds && now >= *opening->patienceEnds) {
        onTransportEnded({.kind = Failure::Kind::Timeout, .message = QStringLiteral("WebSocket is not answered")});
        return;
    }
    if (opening->upgradeAt && now >= *opening->upgradeAt)
        startUpgrade();
    carryOut(opening->session.tick(now));
}

void Client::Private::arm()
{
    if (!opening)
        return;
    auto due = opening->session.deadline().value_or(opening->deadline);
    for (const auto &other : {opening->patienceEnds, opening->upgradeAt})
        due = std::min(due, other.value_or(due));
    timer.set(due);
}

void Client::Private::carryOut(const ClientEffects &effects)
{
    const auto current = opening;
    const QPointer<Client> alive(q);
    for (const auto &effect : effects) {
        if (const auto *send = std::get_if<SendFrame>(&effect)) {
            current->transport->send(send->frame, FrameKind::Text);
        } else if (const auto *opened = std::get_if<Opened>(&effect)) {
            onOpened(opened->handshake);
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

bool Client::isWritable() const
{
    return isOpen() && d->opening->transport->isWritable();
}

QString Client::transport() const
{
    return isOpen() ? d->opening->transport->name() : QString();
}

Traffic Client::traffic() const
{
    Traffic traffic = d->earlierTraffic;
    if (d->opening) {
        traffic += d->opening->transport->traffic();
        if (d->opening->upgradeTo)
            traffic += d->opening->upgradeTo->traffic();
    }
    return traffic;
}

} // namespace engineio

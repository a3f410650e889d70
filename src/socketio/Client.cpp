// SPDX-License-Identifier: MIT
#include "socketio/Client.h"

#include "engineio/ClientSession.h"
#include "engineio/Packet.h"
#include "engineio/SteadyClock.h"
#include "engineio/WebSocketTransport.h"
#include "socketio/ClientSession.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <algorithm>
#include <map>

namespace socketio {

using engineio::steadyNow;

namespace {

/// What browsers send: scheme, host and port of the page, here of the server itself.
QString originOf(const QUrl &url)
{
    const bool secure = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("wss");
    QUrl origin;
    origin.setScheme(secure ? QStringLiteral("https") : QStringLiteral("http"));
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin.toString();
}

} // namespace

/// Everything that lives as long as one open.
struct Connection {
    engineio::ClientTransport *transport = nullptr;
    engineio::ClientSession engine;
    ClientSession session;
    QJsonObject auth;
    std::map<qint64, std::function<void(const AckResult &)>> answers;
};

struct Client::Private {
    explicit Private(Client *client, ClientOptions clientOptions)
        : q(client)
        , options(std::move(clientOptions))
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, q, [this] { onTimer(); });
    }

    void start(const QJsonObject &auth);
    /// Takes the connection away first, so that whoever hears of its end finds this client closed and may open it
    /// again.
    void finish(const std::function<void()> &tell);
    void finishClosed(const QString &reason);
    void send(const QByteArray &message);
    void onTimer();
    void arm();
    void carryOut(const engineio::Effects &effects);
    void carryOut(const ClientEffects &effects);

    Client *q;
    ClientOptions options;
    QTimer timer;
    std::shared_ptr<Connection> connection; ///< empty: closed
};

void Client::Private::start(const QJsonObject &auth)
{
    connection = std::make_shared<Connection>(Connection{
        .transport = new engineio::WebSocketTransport(originOf(options.url), q),
        .engine = {},
        .session = ClientSession(options.nameSpace, steadyNow() + options.handshakeTimeout),
        .auth = auth,
        .answers = {},
    });
    auto *transport = connection->transport;
    QObject::connect(transport, &engineio::ClientTransport::frameReceived, q,
                     [this](engineio::FrameKind kind, const QByteArray &frame) {
                         carryOut(connection->engine.feed(kind, frame, steadyNow()));
                     });
    QObject::connect(transport, &engineio::ClientTransport::ended, q,
                     [this](const QString &reason) { finishClosed(reason); });
    arm();
    QUrl endpoint = options.url;
    endpoint.setPath(options.path);
    transport->open(endpoint);
}

void Client::Private::finish(const std::function<void()> &tell)
{
    const auto ended = std::exchange(connection, nullptr);
    timer.stop();
    ended->transport->disconnect(q);
    ended->transport->closeAndDelete();
    const QPointer<Client> alive(q);
    for (const auto &[id, answer] : std::exchange(ended->answers, {})) {
        answer(AckFailure::Disconnected);
        if (!alive)
            return;
    }
    tell();
}

void Client::Private::finishClosed(const QString &reason)
{
    finish([this, reason] { Q_EMIT q->closed(reason); });
}

void Client::Private::send(const QByteArray &message)
{
    connection->transport->sendText(engineio::encode(engineio::PacketType::Message, message));
}

void Client::Private::onTimer()
{
    const auto now = steadyNow();
    const auto current = connection;
    const QPointer<Client> alive(q);
    carryOut(current->engine.tick(now));
    if (alive && connection == current)
        carryOut(current->session.tick(now));
    if (alive)
        arm();
}

void Client::Private::arm()
{
    if (!connection)
        return;
    const auto heartbeat = connection->engine.deadline();
    const auto session = connection->session.deadline();
    if (!heartbeat && !session) {
        timer.stop();
        return;
    }
    const auto due = std::min(heartbeat.value_or(std::chrono::milliseconds::max()),
                              session.value_or(std::chrono::milliseconds::max()));
    timer.start(std::max(std::chrono::milliseconds(0), due - steadyNow()));
}

void Client::Private::carryOut(const engineio::Effects &effects)
{
    const auto current = connection;
    const QPointer<Client> alive(q);
    for (const auto &effect : effects) {
        if (const auto *send = std::get_if<engineio::SendFrame>(&effect)) {
            current->transport->sendText(send->frame);
        } else if (const auto *opened = std::get_if<engineio::Opened>(&effect)) {
            current->transport->setMaxPayload(opened->handshake.maxPayload);
            this->send(current->session.connectMessage(std::exchange(current->auth, {})));
            Q_EMIT q->transportOpened();
        } else if (const auto *message = std::get_if<engineio::MessageReceived>(&effect)) {
            carryOut(current->session.feed(message->payload));
        } else if (std::holds_alternative<engineio::HeartbeatSeen>(effect)) {
            Q_EMIT q->heartbeat();
        } else if (const auto *closed = std::get_if<engineio::SessionClosed>(&effect)) {
            finishClosed(closed->reason);
        }
        if (!alive || connection != current)
            return;
    }
    arm();
}

void Client::Private::carryOut(const ClientEffects &effects)
{
    const auto current = connection;
    const QPointer<Client> alive(q);
    for (const auto &effect : effects) {
        if (const auto *connected = std::get_if<Connected>(&effect)) {
            Q_EMIT q->connected(connected->socketId);
        } else if (const auto *refusal = std::get_if<ConnectErrorPacket>(&effect)) {
            finish([this, refused = *refusal] { Q_EMIT q->connectRefused(refused.message, refused.data); });
        } else if (const auto *event = std::get_if<EventPacket>(&effect)) {
            Q_EMIT q->eventReceived(event->event, event->arguments);
        } else if (const auto *ack = std::get_if<AckSettled>(&effect)) {
            const auto answer = current->answers.extract(ack->id);
            answer.mapped()(ack->arguments ? AckResult(*ack->arguments) : AckResult(AckFailure::TimedOut));
        } else if (const auto *closed = std::get_if<ClientSessionClosed>(&effect)) {
            finishClosed(closed->reason);
        }
        if (!alive || connection != current)
            return;
    }
}

Client::Client(ClientOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
}

Client::~Client()
{
    if (d->connection) {
        d->connection->transport->disconnect(this);
        d->connection->transport->closeAndDelete();
    }
}

void Client::open(const QJsonObject &auth)
{
    close();
    d->start(auth);
}

void Client::close()
{
    if (!d->connection)
        return;
    if (isConnected())
        d->send(d->connection->session.disconnectMessage());
    d->finishClosed(QStringLiteral("closed by this client"));
}

bool Client::isConnected() const
{
    return d->connection && d->connection->session.isConnected();
}

QString Client::transport() const
{
    return isConnected() ? d->connection->transport->name() : QString();
}

void Client::emitEvent(const QString &event, const QJsonArray &arguments)
{
    if (isConnected())
        d->send(d->connection->session.eventMessage(event, arguments));
}

void Client::emitWithAck(const QString &event, const QJsonArray &arguments, std::chrono::milliseconds timeout,
                         std::function<void(const AckResult &)> answer)
{
    if (!isConnected()) {
        QMetaObject::invokeMethod(
            this, [answer = std::move(answer)] { answer(AckFailure::Disconnected); }, Qt::QueuedConnection);
        return;
    }
    const auto asked = d->connection->session.askedEventMessage(event, arguments, steadyNow() + timeout);
    d->connection->answers.emplace(asked.id, std::move(answer));
    d->send(asked.message);
    d->arm();
}

} // namespace socketio

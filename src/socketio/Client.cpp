// SPDX-License-Identifier: MIT
#include "socketio/Client.h"

#include "engineio/Client.h"
#include "engineio/SteadyClock.h"
#include "socketio/ClientSession.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <algorithm>
#include <map>

namespace socketio {

using engineio::steadyNow;

/// Everything that lives as long as one open.
struct Connection {
    ClientSession session;
    QJsonObject auth;
    std::map<qint64, std::function<void(const AckResult &)>> answers;
};

struct Client::Private {
    explicit Private(Client *client, ClientOptions clientOptions)
        : q(client)
        , options(std::move(clientOptions))
        , engine({.url = options.url, .path = options.path, .handshakeTimeout = options.handshakeTimeout})
    {
        using Engine = engineio::Client;
        QObject::connect(&engine, &Engine::opened, q, [this] {
            send(connection->session.connectMessage(std::exchange(connection->auth, {})));
            Q_EMIT q->transportOpened();
        });
        QObject::connect(&engine, &Engine::messageReceived, q,
                         [this](engineio::FrameKind kind, const QByteArray &payload) { receive(kind, payload); });
        QObject::connect(&engine, &Engine::heartbeat, q, &Client::heartbeat);
        QObject::connect(&engine, &Engine::transportChanged, q, &Client::transportChanged);
        QObject::connect(&engine, &Engine::closed, q,
                         [this](const engineio::Failure &failure) { finishClosed(failure); });
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, q, [this] { onTimer(); });
    }

    void start(const QJsonObject &auth);
    /// Takes the connection away first, so that whoever hears of its end finds this client closed and may open it
    /// again.
    void finish(const std::function<void()> &tell);
    void finishClosed(const engineio::Failure &failure);
    void receive(engineio::FrameKind kind, const QByteArray &payload);
    void send(const EncodedPacket &packet);
    void onTimer();
    void arm();
    void carryOut(const ClientEffects &effects);

    Client *q;
    ClientOptions options;
    engineio::Client engine;
    QTimer timer;                           ///< for the session's deadlines
    std::shared_ptr<Connection> connection; ///< empty: closed
};

void Client::Private::start(const QJsonObject &auth)
{
    connection = std::make_shared<Connection>(Connection{
        .session = ClientSession(options.nameSpace, steadyNow() + options.handshakeTimeout),
        .auth = auth,
        .answers = {},
    });
    arm();
    engine.open();
}

void Client::Private::finish(const std::function<void()> &tell)
{
    const auto ended = std::exchange(connection, nullptr);
    timer.stop();
    engine.close();
    const QPointer<Client> alive(q);
    for (const auto &[id, answer] : std::exchange(ended->answers, {})) {
        answer(AckFailure::Disconnected);
        if (!alive)
            return;
    }
    tell();
}

void Client::Private::finishClosed(const engineio::Failure &failure)
{
    // The failure may be of a session that is forgotten here.
    finish([this, failure] { Q_EMIT q->closed(failure.message, failure); });
}

void Client::Private::receive(engineio::FrameKind kind, const QByteArray &payload)
{
    carryOut(connection->session.feed(kind, payload));
}

void Client::Private::send(const EncodedPacket &packet)
{
    engine.send(packet.text);
    for (const QByteArray &attachment : packet.attachments)
        engine.send(attachment, engineio::FrameKind::Binary);
}

void Client::Private::onTimer()
{
    carryOut(connection->session.tick(steadyNow()));
}

void Client::Private::arm()
{
    const auto due = connection ? connection->session.deadline() : std::nullopt;
    if (due)
        timer.start(std::max(std::chrono::milliseconds(0), *due - steadyNow()));
    else
        timer.stop();
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
            finishClosed({.kind = engineio::Failure::Kind::Protocol, .message = closed->reason});
        }
        if (!alive || connection != current)
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
    d->engine.disconnect(this);
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
    d->finishClosed({.message = QStringLiteral("closed by this client")});
}

bool Client::isConnected() const
{
    return d->connection && d->connection->session.isConnected();
}

QString Client::transport() const
{
    return isConnected() ? d->engine.transport() : QString();
}

engineio::Traffic Client::traffic() const
{
    return d->engine.traffic();
}

void Client::emitEvent(const QString &event, const Arguments &arguments)
{
    if (isConnected())
        d->send(d->connection->session.eventMessage(event, arguments));
}

void Client::emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
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

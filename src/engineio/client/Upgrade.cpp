// SPDX-License-Identifier: MIT
#include "engineio/client/Upgrade.h"

#include "engineio/Packet.h"

namespace engineio {

namespace {

const QByteArray probe = QByteArrayLiteral("probe");

} // namespace

Upgrade::Upgrade(PollingTransport &from, ClientTransport &to, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_from(from)
    , m_to(to)
{
    connect(&m_to, &ClientTransport::opened, this,
            [this] { m_to.send(encode(PacketType::Ping, probe), FrameKind::Text); });
    connect(&m_to, &ClientTransport::frameReceived, this, &Upgrade::receive);
    connect(&m_to, &ClientTransport::ended, this, &Upgrade::fail);
    connect(&m_from, &PollingTransport::paused, this, &Upgrade::onPaused);
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeout);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        fail({.kind = Failure::Kind::Timeout, .message = QStringLiteral("the probe was not answered in time")});
    });
}

Upgrade::~Upgrade()
{
    giveUp();
}

void Upgrade::start(const QUrl &endpoint, const QString &sid)
{
    m_timer.start();
    m_to.open(endpoint, sid);
}

void Upgrade::receive(FrameKind kind, const QByteArray &frame)
{
    if (m_state != State::Probing || kind != FrameKind::Text || frame != encode(PacketType::Pong, probe)) {
        fail(
            {.kind = Failure::Kind::Protocol, .message = QStringLiteral("the probe was answered with another packet")});
        return;
    }
    m_state = State::Pausing;
    m_from.pause();
}

void Upgrade::onPaused()
{
    m_state = State::Done;
    m_timer.stop();
    m_to.disconnect(this);
    m_to.send(encode(PacketType::Upgrade), FrameKind::Text);
    const QList<Frame> waiting = m_from.takeUnsent();
    for (const Frame &frame : waiting)
        m_to.send(frame.data, frame.kind);
    Q_EMIT succeeded();
}

void Upgrade::fail(const Failure &failure)
{
    if (m_state == State::Done)
        return;
    const bool wasPausing = m_state == State::Pausing;
    giveUp();
    if (wasPausing)
        m_from.resume();
    Q_EMIT failed(failure);
}

void Upgrade::giveUp()
{
    if (std::exchange(m_state, State::Done) == State::Done)
        return;
    m_timer.stop();
    m_to.disconnect(this);
    m_from.disconnect(this);
    m_to.closeAndDelete();
}

} // namespace engineio

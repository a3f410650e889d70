// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/client/PollingTransport.h"

#include <QtCore/QTimer>

#include <memory>

namespace engineio {

/// One attempt to move a session from long-polling to another transport without losing or reordering a packet: the new
/// one is probed; then long-polling stops, so that all of its packets are there; then the server is told, and what
/// waited is sent. An attempt that fails leaves long-polling as it was. Ends in `succeeded` or `failed`, or is deleted
/// before.
class Upgrade final : public QObject {
    Q_OBJECT

public:
    Upgrade(PollingTransport &from, ClientTransport &to, std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~Upgrade() override; ///< unless it succeeded the new transport goes with it

    void start(const QUrl &endpoint, const QString &sid);

Q_SIGNALS:
    void succeeded(); ///< the new transport carries the session; nothing is under way on the old one
    void failed(const engineio::Failure &failure);

private:
    enum class State { Probing, Pausing, Done };

    void receive(FrameKind kind, const QByteArray &frame);
    void onPaused();
    void fail(const Failure &failure);
    void giveUp();

    PollingTransport &m_from;
    ClientTransport &m_to;
    QTimer m_timer;
    State m_state = State::Probing;
};

} // namespace engineio

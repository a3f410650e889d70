// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"
#include "engineio/Failure.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

namespace engineio {

/// Bytes of frames and payloads, without what HTTP, WebSocket and TLS put around them.
struct Traffic {
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;

    Traffic &operator+=(const Traffic &other)
    {
        bytesIn += other.bytesIn;
        bytesOut += other.bytesOut;
        return *this;
    }
};

/// What carries the frames of one client session. Used once: opened, then closed for good.
class ClientTransport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// As the `transport` parameter of Engine.IO names it.
    [[nodiscard]] virtual QString name() const = 0;
    /// `endpoint`: scheme (http, https, ws or wss), host, port and path. `sid`: of the session that it is to carry on;
    /// empty for a new one.
    virtual void open(const QUrl &endpoint, const QString &sid) = 0;
    virtual void send(const QByteArray &frame, FrameKind kind) = 0;
    /// Little waits to be sent.
    [[nodiscard]] virtual bool isWritable() const = 0;
    /// Sends what was written before, says goodbye and deletes the transport a little later; no signal comes any more.
    /// It leaves its parent, which may so be destroyed from within a signal of the transport.
    virtual void closeAndDelete() = 0;
    /// What the server has said about the session.
    virtual void setHandshake(const Handshake &handshake) = 0;
    [[nodiscard]] Traffic traffic() const { return m_traffic; }

Q_SIGNALS:
    void opened(); ///< frames may be sent; a new session begins with its handshake
    void frameReceived(engineio::FrameKind kind, const QByteArray &frame);
    /// It could not be opened or has ended, not through closeAndDelete. Once.
    void ended(const engineio::Failure &failure);

protected:
    Traffic m_traffic;
};

} // namespace engineio

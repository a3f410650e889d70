// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

namespace engineio {

/// What carries the frames of one client session. Used once: opened, then closed for good.
class ClientTransport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// As the `transport` parameter of Engine.IO names it.
    [[nodiscard]] virtual QString name() const = 0;
    /// `endpoint`: scheme (http, https, ws or wss), host, port and path.
    virtual void open(const QUrl &endpoint) = 0;
    virtual void sendText(const QByteArray &frame) = 0;
    /// Sends what was written before, says goodbye and deletes the transport a little later; no signal comes any more.
    /// It leaves its parent, which may so be destroyed from within a signal of the transport.
    virtual void closeAndDelete() = 0;
    /// Larger incoming frames end the connection.
    virtual void setMaxPayload(qint64 bytes) = 0;

Q_SIGNALS:
    void frameReceived(engineio::FrameKind kind, const QByteArray &frame);
    /// It could not be opened or has ended, not through closeAndDelete. Once.
    void ended(const QString &reason);
};

} // namespace engineio

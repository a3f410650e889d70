// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <functional>

namespace engineio {

/// One Engine.IO session of a server, whatever carries it. Used on the server's I/O thread only.
class Connection {
public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual QString remoteAddress() const = 0;
    /// Queues a whole frame, made with encode(PacketType::Message, …). The bytes are shared, not copied: one frame may
    /// go to many connections.
    virtual void send(const QByteArray &frame) = 0;
    /// Ends it once everything queued has been sent. onMessage is not called any more.
    virtual void close(const QString &reason) = 0;

    std::function<void(QByteArrayView payload)> onMessage;
    /// Exactly once, never from within a call to this object; nothing is called afterwards.
    std::function<void(const QString &reason)> onClose;
};

} // namespace engineio

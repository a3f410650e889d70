// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"

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
    /// As the `transport` parameter of Engine.IO names it: "websocket" or "polling"; it changes with an upgrade.
    [[nodiscard]] virtual QString transport() const = 0;
    /// Queues a whole frame: Text made with encode(PacketType::Message, …), Binary the bytes themselves. They are
    /// shared, not copied: one frame may go to many connections.
    virtual void send(const QByteArray &frame, FrameKind kind = FrameKind::Text) = 0;
    /// Little waits to be sent. While it is false, leave out what may be dropped.
    [[nodiscard]] virtual bool isWritable() const = 0;
    /// Ends it once everything queued has been sent. onMessage is not called any more.
    virtual void close(const QString &reason) = 0;

    /// Text: the data of a message packet; Binary: the bytes. The view ends with the call.
    std::function<void(FrameKind kind, QByteArrayView payload)> onMessage;
    /// Exactly once, never from within a call to this object; nothing is called afterwards.
    std::function<void(const QString &reason)> onClose;
};

} // namespace engineio

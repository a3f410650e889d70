// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtNetwork/QTcpSocket>

namespace frontdesk::server::testing {

/// A signed-in client made of one bare socket, without an event loop: cheap enough to have ten thousand of, and able to
/// misbehave. Everything waits, at most 20 s.
class RawClient {
public:
    /// WebSocket, Engine.IO, CONNECT, `session:ready`.
    bool connect(const QUrl &server, const QString &token);
    /// The answer to an event, as Socket.IO writes it; empty: none came.
    QByteArray ask(const QByteArray &event, const QByteArray &payload);
    /// Takes nothing in any more: the system's buffers fill up, then the server's.
    void stopReading() { m_socket.setReadBufferSize(1); }
    /// Reads what the system still has; true when the other side has closed.
    bool readToTheEnd();

private:
    void send(const QByteArray &text);
    bool readUntil(const QByteArray &what);

    QTcpSocket m_socket;
    QByteArray m_read; ///< what has come and was not looked at
};

} // namespace frontdesk::server::testing

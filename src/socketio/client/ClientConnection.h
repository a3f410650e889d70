// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/client/Client.h"
#include "socketio/client/ClientOptions.h"

#include <QtCore/QList>
#include <QtCore/QObject>

#include <memory>

namespace socketio {

class ClientSocket;

/// One Engine.IO connection that the sockets of several namespaces share: it opens with the first socket that opens,
/// and closes after the last. It does not reconnect by itself: whoever hears that a socket was closed may open it
/// again. Lives in the thread that made it, longer than its sockets.
class ClientConnection : public QObject {
    Q_OBJECT

public:
    explicit ClientConnection(const ClientOptions &options, QObject *parent = nullptr);
    ~ClientConnection() override;

    void close();                                    ///< closes every socket
    [[nodiscard]] QString transport() const;         ///< "websocket" or "polling", empty when closed
    [[nodiscard]] engineio::Traffic traffic() const; ///< over all openings

Q_SIGNALS:
    void opened();                                   ///< Engine.IO handshake done, CONNECT of the sockets sent
    void heartbeat();                                ///< the server's ping came
    void transportChanged(const QString &transport); ///< the connection goes on unbroken

private:
    friend class ClientSocket;
    /// False when another socket of the same namespace is there already.
    [[nodiscard]] bool attach(ClientSocket *socket);
    void detach(ClientSocket *socket);
    [[nodiscard]] bool isOpen() const { return m_engine.isOpen(); }
    [[nodiscard]] bool isWritable() const { return m_engine.isWritable(); }
    void send(const Packet &packet);

    void onOpened();
    void onMessage(engineio::FrameKind kind, const QByteArray &payload);
    void end(const engineio::Failure &failure);

    engineio::Client m_engine;
    int m_maxAttachments;
    PacketReader m_reader;
    QList<ClientSocket *> m_sockets; ///< those that are open
};

} // namespace socketio

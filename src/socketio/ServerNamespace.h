// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Server.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <map>
#include <memory>

namespace socketio {

class ServerPeerSocket;

/// A namespace and who is in it and in its rooms. I/O thread only.
class ServerNamespace final : public Namespace {
public:
    using Sockets = QSet<ServerPeerSocket *>;

    explicit ServerNamespace(QString name);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] Sockets all() const { return m_sockets; }
    [[nodiscard]] Sockets in(const QString &room) const { return m_rooms.value(room); }
    void add(ServerPeerSocket *socket);
    void remove(ServerPeerSocket *socket); ///< it has left its rooms before
    void join(ServerPeerSocket *socket, const QString &room);
    void leave(ServerPeerSocket *socket, const QString &room);

    std::unique_ptr<Broadcast> to(const QString &room) override;
    std::unique_ptr<Broadcast> to(std::vector<std::shared_ptr<ServerSocket>> sockets) override;
    std::unique_ptr<Broadcast> everyone() override;

private:
    QString m_name;
    Sockets m_sockets;
    QHash<QString, Sockets> m_rooms; ///< no empty ones
};

using Namespaces = std::map<QString, std::unique_ptr<ServerNamespace>>;

} // namespace socketio

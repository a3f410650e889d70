// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/Server.h"
#include "socketio/RecoveryLog.h"
#include "socketio/server/Namespace.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <map>
#include <memory>
#include <optional>

namespace socketio {

class ServerPeerSocket;

/// A namespace and who is in it and in its rooms. I/O thread only.
class ServerNamespace final : public Namespace {
public:
    /// Without `recovery` sessions that are cut are not kept.
    ServerNamespace(QString name, engineio::Server &engine, const std::optional<RecoveryOptions> &recovery);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] RecoveryLog *recovery() { return m_recovery ? &*m_recovery : nullptr; }
    [[nodiscard]] qint64 nextAckId() { return m_nextAckId++; }
    void add(ServerPeerSocket *socket);
    void remove(ServerPeerSocket *socket); ///< it has left its rooms before
    void join(ServerPeerSocket *socket, const QString &room);
    void leave(ServerPeerSocket *socket, const QString &room);

    /// An event that was encoded, with its number in the recovery log.
    struct Recorded {
        Frames frames;
        qint64 number = -1; ///< -1: not recorded
    };
    /// Encodes an event for rooms; with recovery it gets its offset and is kept.
    [[nodiscard]] Recorded recorded(const QString &event, const Arguments &arguments, const QStringList &rooms,
                                    const QStringList &except);

private:
    void emitEvent(const Target &target, const QString &event, const Arguments &arguments) override;
    void volatileEvent(const Target &target, const QString &event, const Arguments &arguments) override;
    void emitWithAck(const Target &target, const QString &event, const Arguments &arguments,
                     std::chrono::milliseconds timeout, BroadcastHandler answer) override;
    [[nodiscard]] std::vector<std::shared_ptr<ServerSocket>> fetchSockets(const Target &target) override;

    using Sockets = QSet<ServerPeerSocket *>;
    /// Each once.
    [[nodiscard]] std::vector<ServerPeerSocket *> select(const Target &target) const;

    QString m_name;
    engineio::Server &m_engine;
    QHash<QString, ServerPeerSocket *> m_sockets; ///< by id
    QHash<QString, Sockets> m_rooms;              ///< no empty ones
    std::optional<RecoveryLog> m_recovery;
    qint64 m_nextAckId = 0;
};

using Namespaces = std::map<QString, std::unique_ptr<ServerNamespace>>;

} // namespace socketio

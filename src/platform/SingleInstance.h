// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "locking/FileLock.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtNetwork/QLocalServer>

#include <chrono>

namespace frontdesk::platform {

/// One running Frontdesk a data folder: a second start hands its arguments to the first and ends. A lock file in the
/// folder decides (it outlives no process: the lock of a crashed one is taken over), a local socket carries the
/// arguments. Lives in the thread that made it.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    enum class Role {
        First, ///< go on; `activated` tells of later starts
        Later, ///< the first has the arguments: end now
    };

    /// `dataFolder` must exist.
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Blocks for `patience` at most, and only when another process runs. Errors: `instance.silent` (it does not
    /// answer), `instance.failed`.
    Result<Role> claim(const QStringList &arguments, std::chrono::milliseconds patience = std::chrono::seconds(5));

Q_SIGNALS:
    /// Another start handed over its arguments: show the window.
    void activated(const QStringList &arguments);

private:
    Result<Role> listen();
    Result<Role> handOver(const QStringList &arguments, std::chrono::milliseconds patience);
    void receive(QLocalSocket *socket);

    FileLock m_lock;
    QString m_socketName;
    QLocalServer m_server;
};

} // namespace frontdesk::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Figures.h"

#include <QtCore/QProcess>
#include <QtCore/QUrl>

namespace bench {

/// `frontdesk-server user add`; false when it refuses.
bool addUser(const QString &program, const QString &folder, const QString &name, const QString &password);

/// A team server in a process of its own, without limits of rates and connections.
class ServerProcess {
public:
    ServerProcess() = default;
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// On any free port, or again on the one it had; false when it does not start.
    bool start(const QString &program, const QString &folder);
    void stop();

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] double residentMiB() const { return memoryOf(m_process.processId()).resident; }

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace bench

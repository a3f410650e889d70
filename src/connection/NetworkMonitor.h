// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace frontdesk::connection {

/// Says that the machine may reach the server in another way than before. A hint to try at once, never a reason not to
/// try: platforms are wrong about it.
class NetworkMonitor : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void changed();
};

/// What the operating system tells through QNetworkInformation; silent where Qt has no backend for it,
/// outside the main thread, and in the first two seconds.
class SystemNetworkMonitor final : public NetworkMonitor {
    Q_OBJECT

public:
    explicit SystemNetworkMonitor(QObject *parent = nullptr);

private:
    void listen();
};

} // namespace frontdesk::connection

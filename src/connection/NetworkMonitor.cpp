// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/NetworkMonitor.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkInformation>

namespace frontdesk::connection {

SystemNetworkMonitor::SystemNetworkMonitor(QObject *parent)
    : NetworkMonitor(parent)
{
    // Finding a backend takes longer than a frame, and what it tells is of no use to a start.
    constexpr std::chrono::seconds afterTheStart{2};
    QTimer::singleShot(afterTheStart, this, &SystemNetworkMonitor::listen);
}

void SystemNetworkMonitor::listen()
{
    using Information = QNetworkInformation;
    // Qt's one instance lives in the thread that loads it, which must not end before the program.
    const QCoreApplication *application = QCoreApplication::instance();
    if (!application || application->thread() != QThread::currentThread())
        return;
    if (!Information::loadBackendByFeatures(Information::Feature::Reachability))
        return;
    connect(Information::instance(), &Information::reachabilityChanged, this,
            [this](Information::Reachability reachability) {
                if (reachability != Information::Reachability::Disconnected)
                    Q_EMIT changed();
            });
}

} // namespace frontdesk::connection

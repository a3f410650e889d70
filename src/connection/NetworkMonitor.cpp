// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/NetworkMonitor.h"

#include <QtNetwork/QNetworkInformation>

namespace frontdesk::connection {

SystemNetworkMonitor::SystemNetworkMonitor(QObject *parent)
    : NetworkMonitor(parent)
{
    using Information = QNetworkInformation;
    if (!Information::loadBackendByFeatures(Information::Feature::Reachability))
        return;
    connect(Information::instance(), &Information::reachabilityChanged, this,
            [this](Information::Reachability reachability) {
                if (reachability != Information::Reachability::Disconnected)
                    Q_EMIT changed();
            });
}

} // namespace frontdesk::connection

// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/ProxyFor.h"

#include "dialect/ServerAddress.h"
#include "engineio/client/ProxyChoice.h"

namespace frontdesk::dialect {

QNetworkProxy proxyFor(const NetworkSettings &settings, const QUrl &server)
{
    using Mode = NetworkSettings::ProxyMode;
    if (settings.proxyMode == Mode::None)
        return QNetworkProxy::NoProxy;
    QNetworkProxy proxy;
    if (settings.proxyMode == Mode::Manual) {
        const bool socks = settings.proxy.scheme() == QLatin1String("socks5");
        proxy = {socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, settings.proxy.host(),
                 quint16(settings.proxy.port())};
    } else if (isLoopback(server.host())) {
        return QNetworkProxy::NoProxy; // no proxy finds a server on this computer, whatever the system says
    } else {
        proxy = engineio::chooseProxy({}, server);
    }
    if (proxy.type() != QNetworkProxy::NoProxy && proxy.user().isEmpty() && !settings.proxyUser.isEmpty()) {
        proxy.setUser(settings.proxyUser);
        proxy.setPassword(settings.proxyPassword);
    }
    return proxy;
}

} // namespace frontdesk::dialect

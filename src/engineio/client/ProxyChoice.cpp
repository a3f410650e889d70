// SPDX-License-Identifier: MIT
#include "engineio/client/ProxyChoice.h"

namespace engineio {

QNetworkProxy chooseProxy(const std::optional<QNetworkProxy> &wanted, const QUrl &url)
{
    if (wanted)
        return *wanted;
    // Systems know http and https only. Asked for a mere TCP connection, some answer with the SOCKS proxy or with none
    // where one is set for the web.
    QUrl web = url;
    if (url.scheme() == QLatin1String("ws"))
        web.setScheme(QStringLiteral("http"));
    else if (url.scheme() == QLatin1String("wss"))
        web.setScheme(QStringLiteral("https"));
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(web));
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() != QNetworkProxy::DefaultProxy && proxy.type() != QNetworkProxy::FtpCachingProxy)
            return proxy;
    }
    return QNetworkProxy::NoProxy;
}

QNetworkProxy tunnelling(const QNetworkProxy &proxy)
{
    if (proxy.type() != QNetworkProxy::HttpCachingProxy)
        return proxy;
    return {QNetworkProxy::HttpProxy, proxy.hostName(), proxy.port(), proxy.user(), proxy.password()};
}

} // namespace engineio

// SPDX-License-Identifier: MIT
#include "engineio/client/Endpoint.h"

#include <QtCore/QUrlQuery>

namespace engineio {

bool isSecure(const QUrl &url)
{
    return url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("wss");
}

QByteArray originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(isSecure(url) ? QStringLiteral("https") : QStringLiteral("http"));
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin.toEncoded();
}

QUrl endpointFor(const QUrl &endpoint, const QString &transport, const QString &sid)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("EIO"), QStringLiteral("4"));
    query.addQueryItem(QStringLiteral("transport"), transport);
    if (!sid.isEmpty())
        query.addQueryItem(QStringLiteral("sid"), QString::fromLatin1(QUrl::toPercentEncoding(sid)));
    QUrl url = endpoint;
    url.setQuery(query);
    return url;
}

} // namespace engineio

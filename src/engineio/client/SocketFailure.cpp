// SPDX-License-Identifier: MIT
#include "engineio/client/SocketFailure.h"

#include "engineio/client/Endpoint.h"

namespace engineio {

namespace {

Failure::Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::HostNotFoundError:
        return Failure::Kind::Unreachable;
    case QAbstractSocket::SocketTimeoutError:
        return Failure::Kind::Timeout;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Failure::Kind::Tls;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return Failure::Kind::Proxy;
    default:
        return Failure::Kind::Network;
    }
}

Failure::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
        return Failure::Kind::Unreachable;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // nobody else cancels: it took longer than it may
        return Failure::Kind::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return Failure::Kind::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Failure::Kind::Proxy;
    default:
        return Failure::Kind::Network;
    }
}

} // namespace

Failure socketFailure(QAbstractSocket::SocketError error, const QString &words)
{
    return {.kind = kindOf(error),
            .message = QStringLiteral("could not connect: %1").arg(words),
            .wantsProxyUser = error == QAbstractSocket::ProxyAuthenticationRequiredError};
}

Failure replyFailure(const QNetworkReply &reply, const QNetworkProxy &proxy)
{
    Failure failure{.kind = kindOf(reply.error()),
                    .message = QStringLiteral("could not connect: %1").arg(reply.errorString()),
                    .wantsProxyUser = reply.error() == QNetworkReply::ProxyAuthenticationRequiredError};
    // Most of what sockets say about proxies is an unknown error to QNetworkReply; and where requests are forwarded it
    // is the proxy that was to be reached.
    const bool isOfProxy = isForwarded(reply.url(), proxy) ? failure.kind == Failure::Kind::Unreachable
                                                           : reply.error() == QNetworkReply::UnknownNetworkError;
    if (proxy.type() != QNetworkProxy::NoProxy && isOfProxy)
        failure.kind = Failure::Kind::Proxy;
    return failure;
}

bool isForwarded(const QUrl &url, const QNetworkProxy &proxy)
{
    return (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy) &&
           !isSecure(url);
}

} // namespace engineio

// SPDX-License-Identifier: MIT
#include "engineio/SocketFailure.h"

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

Failure replyFailure(QNetworkReply::NetworkError error, const QString &words)
{
    return {.kind = kindOf(error),
            .message = QStringLiteral("could not connect: %1").arg(words),
            .wantsProxyUser = error == QNetworkReply::ProxyAuthenticationRequiredError};
}

} // namespace engineio

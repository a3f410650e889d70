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

} // namespace

Failure socketFailure(QAbstractSocket::SocketError error, const QString &words)
{
    return {.kind = kindOf(error),
            .message = QStringLiteral("could not connect: %1").arg(words),
            .wantsProxyUser = error == QAbstractSocket::ProxyAuthenticationRequiredError};
}

} // namespace engineio

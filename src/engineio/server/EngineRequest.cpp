// SPDX-License-Identifier: MIT
#include "engineio/server/EngineRequest.h"

#include <QtCore/QUrlQuery>

namespace engineio {

EngineRequest parseEngineRequest(const QByteArray &method, bool isUpgrade, QByteArrayView query)
{
    const QUrlQuery parameters(QString::fromUtf8(query));
    return {.method = method,
            .isUpgrade = isUpgrade,
            .transport = parameters.queryItemValue(QStringLiteral("transport")),
            .protocol = parameters.queryItemValue(QStringLiteral("EIO")),
            .sid = parameters.queryItemValue(QStringLiteral("sid"))};
}

std::variant<EngineAction, EngineError> decide(const EngineRequest &request, std::optional<TransportKind> carrier)
{
    const bool byWebSocket = request.transport == nameOf(TransportKind::WebSocket);
    const bool byPolling = request.transport == nameOf(TransportKind::Polling);
    if (!byWebSocket && !byPolling)
        return EngineError::UnknownTransport;
    if (byPolling && request.isUpgrade)
        return EngineError::BadRequest;
    if (request.sid.isEmpty()) {
        if (request.method != "GET")
            return EngineError::BadMethod;
        if (byWebSocket && !request.isUpgrade)
            return EngineError::BadRequest;
        if (request.protocol != QLatin1String("4"))
            return EngineError::UnsupportedProtocol;
        return byWebSocket ? EngineAction::OpenByWebSocket : EngineAction::OpenByPolling;
    }
    // Looking a session up need not take a constant time: 160 random bits leave nothing to be approached.
    if (!carrier)
        return EngineError::UnknownSession;
    if (byWebSocket)
        return request.isUpgrade ? std::variant<EngineAction, EngineError>(EngineAction::Probe)
                                 : EngineError::BadRequest;
    if (*carrier != TransportKind::Polling)
        return EngineError::BadRequest;
    if (request.method == "GET")
        return EngineAction::Poll;
    if (request.method == "POST")
        return EngineAction::Post;
    return EngineError::BadMethod;
}

HttpResponse answerFor(EngineError error)
{
    const char *message = [error] {
        switch (error) {
        case EngineError::UnknownTransport:
            return "Transport unknown";
        case EngineError::UnknownSession:
            return "Session ID unknown";
        case EngineError::BadMethod:
            return "Bad handshake method";
        case EngineError::BadRequest:
            return "Bad request";
        case EngineError::Forbidden:
            return "Forbidden";
        case EngineError::UnsupportedProtocol:
            return "Unsupported protocol version";
        }
        Q_UNREACHABLE();
    }();
    return {.status = error == EngineError::Forbidden ? 403 : 400,
            .contentType = "application/json",
            .body =
                QByteArrayLiteral("{\"code\":") + QByteArray::number(int(error)) + ",\"message\":\"" + message + "\"}"};
}

} // namespace engineio

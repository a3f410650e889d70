// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/TransportKind.h"
#include "engineio/server/HttpFront.h"

#include <QtCore/QByteArrayView>

#include <optional>
#include <variant>

namespace engineio {

/// What an HTTP request to an Engine.IO path says.
struct EngineRequest {
    QByteArray method;
    bool isUpgrade = false; ///< asks for a WebSocket
    QString transport;
    QString protocol;
    QString sid; ///< empty: wants a new session
};

/// Takes transport, EIO and sid out of the part behind the question mark.
[[nodiscard]] EngineRequest parseEngineRequest(const QByteArray &method, bool isUpgrade, QByteArrayView query);

enum class EngineAction { OpenByPolling, OpenByWebSocket, Poll, Post, Probe };

/// The values are the codes of the reference.
enum class EngineError {
    UnknownTransport = 0,
    UnknownSession = 1,
    BadMethod = 2,
    BadRequest = 3,
    Forbidden = 4,
    UnsupportedProtocol = 5,
};

/// What is to be done. `carrier`: the transport of the session that the request names; nothing when there is none.
/// The order of the checks is the reference's.
[[nodiscard]] std::variant<EngineAction, EngineError> decide(const EngineRequest &request,
                                                             std::optional<TransportKind> carrier);

/// 400, Forbidden 403, with the reference's words.
[[nodiscard]] HttpResponse answerFor(EngineError error);

} // namespace engineio

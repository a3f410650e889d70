// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "engineio/server/HttpFront.h"

#include <functional>
#include <optional>

/// Answers of the HTTP side, all in JSON (docs/protocol.md, 1).
namespace frontdesk::server {

/// Called once, now or later, on the I/O thread. An error is logged, and answered as JSON.
using HttpReply = std::function<void(const Result<engineio::HttpResponse> &)>;

engineio::HttpResponse jsonAnswer(int status, const QJsonObject &body);
/// `{"error": Error}` with the status that belongs to its code.
engineio::HttpResponse errorAnswer(const Error &error);

/// The same for what the transport refuses before a request gets this far: 400, 413, 431, 503.
engineio::HttpResponse refusalAnswer(const engineio::HttpRefusal &refusal);

/// The object in a request's body; `payload.invalid` for anything else.
Result<QJsonObject> bodyOf(const engineio::HttpRequest &request);
/// What follows `Bearer` in a request's Authorization.
std::optional<QByteArray> bearerOf(const engineio::HttpRequest &request);

} // namespace frontdesk::server

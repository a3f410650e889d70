// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/HttpFront.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>

namespace engineio {

/// As it goes over the wire. Its body points into the bytes of the HttpResponse, which must live until it is written.
using ResponseMessage = boost::beast::http::response<boost::beast::http::span_body<const char>>;

/// How a response depends on the request it answers.
struct ResponseContext {
    QByteArray readableFor; ///< the origin whose pages may read it; empty: none is named
    bool allowCredentials = false;
    bool keepAlive = false;
    bool isHead = false; ///< leave the body out, but not its length
};

[[nodiscard]] ResponseMessage makeMessage(const HttpResponse &response, const ResponseContext &context);

/// The answer to what browsers ask before they let a page of another origin call; `wantedHeaders` as they asked.
[[nodiscard]] HttpResponse preflightResponse(bool isAllowed, const QByteArray &wantedHeaders);

} // namespace engineio

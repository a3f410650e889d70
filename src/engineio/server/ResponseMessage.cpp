// SPDX-License-Identifier: MIT
#include "engineio/server/ResponseMessage.h"

namespace engineio {

namespace http = boost::beast::http;

namespace {

boost::beast::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

ResponseMessage makeMessage(const HttpResponse &response, const ResponseContext &context)
{
    ResponseMessage message;
    message.version(11);
    message.result(unsigned(response.status));
    message.set(http::field::cache_control, "no-store");
    message.set("X-Content-Type-Options", "nosniff");
    if (!response.contentType.isEmpty())
        message.set(http::field::content_type, view(response.contentType));
    if (!context.readableFor.isEmpty()) {
        message.set(http::field::access_control_allow_origin, view(context.readableFor));
        message.set(http::field::vary, "Origin");
        if (context.allowCredentials)
            message.set(http::field::access_control_allow_credentials, "true");
    }
    for (const auto &[name, value] : response.headers)
        message.set(view(name), view(value));
    message.keep_alive(context.keepAlive);
    message.body() = {response.body.constData(), std::size_t(response.body.size())};
    message.prepare_payload();
    if (context.isHead)
        message.body() = {};
    return message;
}

HttpResponse preflightResponse(bool isAllowed, const QByteArray &wantedHeaders)
{
    HttpResponse response{.status = 204, .contentType = {}, .body = {}};
    const QByteArray methods = "GET, HEAD, POST, OPTIONS";
    response.headers.emplaceBack("Allow", methods);
    if (!isAllowed)
        return response;
    response.headers.emplaceBack("Access-Control-Allow-Methods", methods);
    if (!wantedHeaders.isEmpty())
        response.headers.emplaceBack("Access-Control-Allow-Headers", wantedHeaders);
    response.headers.emplaceBack("Access-Control-Max-Age", "600"); // seconds
    return response;
}

} // namespace engineio

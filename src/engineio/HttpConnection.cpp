// SPDX-License-Identifier: MIT
#include "engineio/HttpConnection.h"

#include "engineio/WebSocketConnection.h"

#include <QtCore/QUrlQuery>

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace engineio {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr std::chrono::seconds readTimeout{30};    ///< for one whole request, and for the pause between two
constexpr std::chrono::seconds writeTimeout{30};   ///< for one response
constexpr std::chrono::seconds handlerTimeout{60}; ///< for the handler's answer
constexpr std::chrono::seconds lingerTimeout{2};   ///< for a refused client to stop sending
constexpr std::uint32_t headerLimit = 8 * 1024;

template <typename StringView>
QByteArray bytes(const StringView &text)
{
    return {text.data(), qsizetype(text.size())};
}

HttpResponse plain(int status, QByteArray text)
{
    return {.status = status, .contentType = "text/plain; charset=UTF-8", .body = std::move(text)};
}

/// The Engine.IO errors that answer an HTTP request: their code and words are the reference's.
HttpResponse engineError(int code, const char *message)
{
    return {.status = 400,
            .contentType = "application/json",
            .body = QByteArrayLiteral("{\"code\":") + QByteArray::number(code) + ",\"message\":\"" + message + "\"}"};
}

} // namespace

HttpConnection::HttpConnection(ServerCore &core, TcpSocket socket)
    : m_core(core)
    , m_stream(std::move(socket))
    , m_handlerTimer(core.io)
{
    beast::error_code error;
    m_stream.socket().set_option(boost::asio::ip::tcp::no_delay(true), error);
    if (const auto peer = m_stream.socket().remote_endpoint(error); !error)
        m_remoteAddress = QString::fromStdString(peer.address().to_string());
}

void HttpConnection::start()
{
    m_core.httpConnections.insert(shared_from_this());
    readRequest();
}

void HttpConnection::readRequest()
{
    m_parser.emplace();
    m_parser->header_limit(headerLimit);
    m_parser->body_limit(std::uint64_t(m_core.options.maxHttpBody));
    m_stream.expires_after(readTimeout);
    http::async_read(m_stream, m_incoming, *m_parser,
                     [self = shared_from_this()](beast::error_code error, std::size_t) { self->onRequest(error); });
}

void HttpConnection::onRequest(beast::error_code error)
{
    if (error == http::error::body_limit)
        return refuse(plain(413, "The request is too large."));
    if (error == http::error::header_limit)
        return refuse(plain(431, "The header of the request is too large."));
    if (error && error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
        return refuse(plain(400, "This is not an HTTP request."));
    if (error)
        return hangUp();
    m_stream.expires_never();
    const Request request = m_parser->release();
    m_keepAlive = request.keep_alive();
    m_isHead = request.method() == http::verb::head;
    const QByteArray target = bytes(request.target());
    const qsizetype questionMark = target.indexOf('?');
    const auto handler = m_core.connectionHandlers.find(questionMark < 0 ? target : target.first(questionMark));
    if (handler == m_core.connectionHandlers.end()) {
        callHandler(request);
    } else if (const auto problem =
                   refusal(request, questionMark < 0 ? QByteArray() : target.sliced(questionMark + 1))) {
        respond(*problem);
    } else {
        std::make_shared<WebSocketConnection>(m_core, std::move(m_stream), m_remoteAddress, handler->second)
            ->start(request);
        remove();
    }
}

std::optional<HttpResponse> HttpConnection::refusal(const Request &request, const QByteArray &query) const
{
    const QUrlQuery parameters(QString::fromUtf8(query));
    if (parameters.queryItemValue(QStringLiteral("transport")) != QLatin1String("websocket"))
        return engineError(0, "Transport unknown");
    if (parameters.hasQueryItem(QStringLiteral("sid")))
        return engineError(1, "Session ID unknown"); // a session that began on WebSocket cannot be moved
    if (request.method() != http::verb::get)
        return engineError(2, "Bad handshake method");
    if (!beast::websocket::is_upgrade(request))
        return engineError(3, "Bad request");
    if (parameters.queryItemValue(QStringLiteral("EIO")) != QLatin1String("4"))
        return engineError(5, "Unsupported protocol version");
    return std::nullopt;
}

void HttpConnection::callHandler(const Request &request)
{
    if (request.method() == http::verb::options) {
        m_response = {};
        m_response.set(http::field::allow, "GET, HEAD, POST, OPTIONS");
        write({.status = 204, .contentType = {}, .body = {}}, m_keepAlive);
        return;
    }
    if (!m_core.httpHandler)
        return respond(plain(404, "There is nothing here."));
    m_awaitsHandler = true;
    m_handlerTimer.expires_after(handlerTimeout);
    m_handlerTimer.async_wait([weak = weak_from_this()](beast::error_code error) {
        if (const auto self = weak.lock(); self && !error && self->m_awaitsHandler)
            self->respond(plain(503, "The server is too busy."));
    });
    const HttpRequest asked{
        .method =
            m_isHead ? QByteArray("GET") : bytes(request.method_string()), // answered alike, only the body is left out
        .target = bytes(request.target()),
        .authorization = bytes(request[http::field::authorization]),
        .body = QByteArray::fromStdString(request.body()),
        .remoteAddress = m_remoteAddress,
    };
    m_core.httpHandler(asked, [weak = weak_from_this(), number = ++m_requestNumber](const HttpResponse &response) {
        if (const auto self = weak.lock(); self && self->m_awaitsHandler && self->m_requestNumber == number)
            self->respond(response);
    });
}

void HttpConnection::respond(const HttpResponse &response)
{
    m_awaitsHandler = false;
    m_handlerTimer.cancel();
    m_response = {};
    write(response, m_keepAlive);
}

void HttpConnection::refuse(const HttpResponse &response)
{
    m_isHead = false;
    m_response = {};
    write(response, false);
}

void HttpConnection::write(const HttpResponse &response, bool keepAlive)
{
    m_response.version(11);
    m_response.result(unsigned(response.status));
    m_response.set(http::field::cache_control, "no-store");
    m_response.set("X-Content-Type-Options", "nosniff");
    if (!response.contentType.isEmpty())
        m_response.set(http::field::content_type, response.contentType.toStdString());
    m_response.keep_alive(keepAlive);
    m_response.body() = response.body.toStdString();
    m_response.prepare_payload();
    if (m_isHead)
        m_response.body().clear(); // Content-Length stays
    m_stream.expires_after(writeTimeout);
    http::async_write(m_stream, m_response,
                      [self = shared_from_this(), keepAlive](beast::error_code error, std::size_t) {
                          if (!error && keepAlive)
                              self->readRequest();
                          else
                              self->hangUp();
                      });
}

void HttpConnection::hangUp()
{
    beast::error_code ignored;
    m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
    m_stream.expires_after(lingerTimeout);
    discardInput();
}

void HttpConnection::discardInput()
{
    m_incoming.clear();
    m_stream.async_read_some(m_incoming.prepare(4096),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error)
                                     self->remove();
                                 else
                                     self->discardInput();
                             });
}

void HttpConnection::remove()
{
    m_handlerTimer.cancel();
    m_core.httpConnections.erase(shared_from_this());
}

} // namespace engineio

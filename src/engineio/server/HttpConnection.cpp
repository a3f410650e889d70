// SPDX-License-Identifier: MIT
#include "engineio/server/HttpConnection.h"

#include "engineio/server/ForwardedFor.h"
#include "engineio/server/ServerConnection.h"

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace engineio {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr std::chrono::seconds handlerTimeout{60}; ///< for the application's answer
constexpr std::chrono::seconds lingerTimeout{2};   ///< for a refused client to stop sending
constexpr int retryAfter = 5;                      ///< seconds, when the server is full
constexpr std::size_t readSize = 2048;

template <typename StringView>
QByteArray bytes(const StringView &text)
{
    return {text.data(), qsizetype(text.size())};
}

} // namespace

HttpConnection::HttpConnection(ServerCore &core, ServerStream stream, Admission::Ticket ticket)
    : m_core(core)
    , m_stream(std::move(stream))
    , m_ticket(std::move(ticket))
    , m_timer(core.io)
{
    beast::error_code error;
    m_stream.socket().set_option(boost::asio::ip::tcp::no_delay(true), error);
    if (const auto peer = m_stream.socket().remote_endpoint(error); !error)
        m_peerAddress = QString::fromStdString(peer.address().to_string());
    m_remoteAddress = m_peerAddress;
}

void HttpConnection::start()
{
    m_core.httpConnections.insert(shared_from_this());
    // Behind a proxy all come from one address: then a request says whose it is.
    m_isOfCrowd = !m_core.options.trustForwardedFor && !m_ticket.moveTo(m_peerAddress);
    if (!m_stream.isTls())
        return begin();
    limitTime(m_core.options.handshakeTimeout);
    m_stream.handshake([self = shared_from_this()](beast::error_code error) {
        if (error)
            self->remove();
        else
            self->begin();
    });
}

void HttpConnection::begin()
{
    if (m_ticket.isSurplus())
        return refuse(503, "The server is full.", QStringLiteral("too many connections"));
    if (m_isOfCrowd)
        return refuse(503, "There are too many connections from this address.",
                      QStringLiteral("too many connections from one address"));
    awaitRequest();
}

void HttpConnection::awaitRequest()
{
    m_state = State::Idle;
    m_parser.reset();
    m_readableFor.clear();
    if (m_incoming.size() > 0)
        return readHeader();
    limitTime(m_core.options.idleTimeout);
    readSome();
}

void HttpConnection::readSome()
{
    if (std::exchange(m_isReadingSome, true))
        return;
    m_stream.async_read_some(m_incoming.prepare(readSize),
                             [self = shared_from_this()](beast::error_code error, std::size_t size) {
                                 self->m_isReadingSome = false;
                                 self->onBytes(error, size);
                             });
}

void HttpConnection::onBytes(beast::error_code error, std::size_t size)
{
    m_incoming.commit(size);
    if (error) {
        loseRequest();
        return remove();
    }
    switch (m_state) {
    case State::Idle:
        return readHeader();
    case State::Answering:
    case State::Writing:
        return; // the next request, sent ahead: it waits here
    case State::Ending:
        m_incoming.clear();
        return readSome();
    case State::Reading:
        Q_UNREACHABLE(); // the parser reads by itself
    }
}

void HttpConnection::readHeader()
{
    m_state = State::Reading;
    m_parser.emplace();
    m_parser->header_limit(std::uint32_t(m_core.options.maxHttpHeader));
    m_parser->body_limit(boost::none); // its limit depends on the path
    limitTime(m_core.options.headerTimeout);
    http::async_read_header(m_stream, m_incoming, *m_parser,
                            [self = shared_from_this()](beast::error_code error, std::size_t size) {
                                self->m_core.counters.bytesReceived += size;
                                self->onHeader(error);
                            });
}

void HttpConnection::onHeader(beast::error_code error)
{
    if (m_state != State::Reading)
        return;
    if (error == http::error::header_limit)
        return refuse(431, "The header of the request is too large.", QStringLiteral("header too large"));
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return hangUp();
    if (error && error.category() == http::make_error_code(http::error::bad_method).category())
        return refuse(400, "This is not an HTTP request.", QStringLiteral("not HTTP"));
    if (error)
        return remove();
    ++m_core.counters.httpRequests;
    if (!readHead())
        return;
    if (m_parser->is_done())
        return onRequest({});
    limitTime(m_core.options.bodyTimeout);
    http::async_read(m_stream, m_incoming, *m_parser,
                     [self = shared_from_this()](beast::error_code failed, std::size_t size) {
                         self->m_core.counters.bytesReceived += size;
                         self->onRequest(failed);
                     });
}

bool HttpConnection::readHead()
{
    const Request &request = m_parser->get();
    m_keepAlive = request.keep_alive();
    m_isHead = request.method() == http::verb::head;
    judgeOrigin(request);
    if (!takeAddress(request)) {
        refuse(503, "There are too many connections from this address.",
               QStringLiteral("too many connections from one address"));
        return false;
    }
    const QByteArray target = bytes(request.target());
    const qsizetype questionMark = target.indexOf('?');
    const auto handler = m_core.connectionHandlers.find(questionMark < 0 ? target : target.first(questionMark));
    m_engineHandler = handler == m_core.connectionHandlers.end() ? nullptr : &handler->second;
    const qint64 limit = m_engineHandler ? m_core.options.maxPayload : m_core.options.maxHttpBody;
    if (const auto length = m_parser->content_length(); length && *length > std::uint64_t(limit)) {
        refuse(413, "The request is too large.", QStringLiteral("body too large"));
        return false;
    }
    m_parser->body_limit(std::uint64_t(limit));
    if (!m_engineHandler)
        return true;
    m_engineRequest =
        parseEngineRequest(bytes(request.method_string()), beast::websocket::is_upgrade(request),
                           questionMark < 0 ? QByteArrayView() : QByteArrayView(target).sliced(questionMark + 1));
    const auto session = m_core.sessions.value(m_engineRequest.sid);
    if (session && request.method() == http::verb::post && session->carrier() == TransportKind::Polling) {
        m_session = session;
        if (!session->beginPost()) {
            m_session = nullptr;
            write(answerFor(EngineError::BadRequest), false);
            return false;
        }
    }
    return true;
}

bool HttpConnection::takeAddress(const Request &request)
{
    if (!m_core.options.trustForwardedFor)
        return true;
    const QString forwarded = lastForwardedFor(request);
    m_remoteAddress = forwarded.isEmpty() ? m_peerAddress : forwarded;
    return m_ticket.moveTo(m_remoteAddress);
}

void HttpConnection::judgeOrigin(const Request &request)
{
    const QByteArray origin = bytes(request[http::field::origin]);
    QByteArray host = bytes(request[http::field::host]);
    if (const auto forwarded = request["X-Forwarded-Host"]; m_core.options.trustForwardedFor && !forwarded.empty())
        host = bytes(forwarded);
    m_origin = engineio::judgeOrigin(origin, host, m_core.options.allowedOrigins);
    if (m_origin == Origin::Listed)
        m_readableFor = origin;
}

void HttpConnection::onRequest(beast::error_code error)
{
    if (m_state != State::Reading)
        return;
    if (error == http::error::body_limit) {
        if (m_session)
            std::exchange(m_session, nullptr)->cancelPost();
        return refuse(413, "The request is too large.", QStringLiteral("body too large"));
    }
    if (error) {
        loseRequest();
        if (error.category() == http::make_error_code(http::error::bad_method).category() &&
            error != http::error::partial_message)
            return refuse(400, "This is not an HTTP request.", QStringLiteral("not HTTP"));
        return hangUp();
    }
    const Request request = m_parser->release();
    m_state = State::Answering;
    ++m_requestNumber;
    if (request.method() == http::verb::options)
        return respond(
            preflightResponse(!m_readableFor.isEmpty(), bytes(request[http::field::access_control_request_headers])));
    if (!m_engineHandler)
        return toApplication(request);
    if (m_origin == Origin::Foreign) {
        if (m_session)
            std::exchange(m_session, nullptr)->cancelPost();
        ++m_core.counters.refused[QStringLiteral("foreign origin")];
        return respond(answerFor(EngineError::Forbidden));
    }
    toEngine(request);
}

void HttpConnection::toEngine(const Request &request)
{
    const auto session = m_core.sessions.value(m_engineRequest.sid);
    const auto decision = decide(m_engineRequest, session ? std::optional(session->carrier()) : std::nullopt);
    if (const auto *error = std::get_if<EngineError>(&decision)) {
        m_session = nullptr;
        ++m_core.counters.refused[QStringLiteral("bad Engine.IO request")];
        return respond(answerFor(*error));
    }
    if (!session && m_core.isStopping)
        return respond(refusal(503, "The server is shutting down."));
    switch (std::get<EngineAction>(decision)) {
    case EngineAction::OpenByPolling:
        return openByPolling();
    case EngineAction::OpenByWebSocket:
    case EngineAction::Probe:
        std::make_shared<ServerWebSocket>(m_core, std::move(m_stream), std::move(m_ticket))
            ->accept(request, session ? session
                                      : std::make_shared<ServerConnection>(m_core, TransportKind::WebSocket,
                                                                           m_remoteAddress, *m_engineHandler));
        return leave();
    case EngineAction::Poll:
        m_session = session;
        m_timer.expires_at(SteadyTimer::time_point::max()); // the session's heartbeat ends it
        session->poll(responder());
        if (m_session)
            readSome(); // to see it go
        return;
    case EngineAction::Post:
        if (request[http::field::content_type] == "application/octet-stream") {
            std::exchange(m_session, nullptr)->requestLost();
            return respond(answerFor(EngineError::BadRequest));
        }
        return session->post({request.body().data(), qsizetype(request.body().size())}, responder());
    }
}

void HttpConnection::openByPolling()
{
    auto ticket = m_core.pollingAdmission.enter();
    if (ticket.isSurplus() || !ticket.moveTo(m_remoteAddress)) {
        ++m_core.counters.refused[QStringLiteral("too many sessions on long-polling")];
        return respond(refusal(503, "There are too many sessions."));
    }
    std::make_shared<ServerConnection>(m_core, TransportKind::Polling, m_remoteAddress, *m_engineHandler)
        ->openByPolling(responder(), std::move(ticket));
}

void HttpConnection::toApplication(const Request &request)
{
    if (!m_core.httpHandler)
        return respond(refusal(404, "There is nothing here."));
    limitTime(handlerTimeout);
    const HttpRequest asked{
        .method =
            m_isHead ? QByteArray("GET") : bytes(request.method_string()), // answered alike, only the body is left out
        .target = bytes(request.target()),
        .authorization = bytes(request[http::field::authorization]),
        .body = QByteArray::fromStdString(request.body()),
        .remoteAddress = m_remoteAddress,
    };
    m_core.httpHandler(asked, responder());
}

HttpResponder HttpConnection::responder()
{
    return [weak = weak_from_this(), number = m_requestNumber](const HttpResponse &response) {
        if (const auto self = weak.lock(); self && self->m_state == State::Answering && self->m_requestNumber == number)
            self->respond(response);
    };
}

void HttpConnection::respond(const HttpResponse &response)
{
    m_session = nullptr;
    write(response, m_keepAlive);
}

HttpResponse HttpConnection::refusal(int status, const QByteArray &words) const
{
    HttpResponse response = m_core.refusalWriter
                                ? m_core.refusalWriter({status, words})
                                : HttpResponse{.contentType = "text/plain; charset=UTF-8", .body = words};
    response.status = status;
    if (status == 503)
        response.headers.emplaceBack("Retry-After", QByteArray::number(retryAfter));
    return response;
}

void HttpConnection::refuse(int status, const QByteArray &words, const QString &cause)
{
    ++m_core.counters.refused[cause];
    m_isHead = false;
    write(refusal(status, words), false);
}

void HttpConnection::write(const HttpResponse &response, bool keepAlive)
{
    m_state = State::Writing;
    m_response = response;
    m_message = makeMessage(m_response, {.readableFor = m_readableFor,
                                         .allowCredentials = m_core.options.allowCredentials,
                                         .keepAlive = keepAlive,
                                         .isHead = m_isHead});
    limitTime(m_core.options.writeTimeout);
    http::async_write(m_stream, m_message,
                      [self = shared_from_this(), keepAlive](beast::error_code error, std::size_t size) {
                          self->m_core.counters.bytesSent += size;
                          if (self->m_state == State::Writing)
                              self->onWritten(error, keepAlive);
                      });
}

void HttpConnection::onWritten(beast::error_code error, bool keepAlive)
{
    if (!error && keepAlive && m_isReadingSome) { // the next request is on its way, or the client's end
        m_state = State::Idle;
        limitTime(m_core.options.idleTimeout);
    } else if (!error && keepAlive) {
        awaitRequest();
    } else {
        hangUp();
    }
}

void HttpConnection::hangUp()
{
    m_state = State::Ending;
    beast::error_code ignored;
    m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
    limitTime(lingerTimeout);
    m_incoming.clear();
    readSome();
}

void HttpConnection::limitTime(std::chrono::milliseconds time)
{
    m_timer.expires_after(time);
    m_timer.async_wait([weak = weak_from_this()](beast::error_code error) {
        // The limit may have been moved after this handler was put into the queue.
        if (const auto self = weak.lock(); self && !error && self->m_timer.expiry() <= std::chrono::steady_clock::now())
            self->onTimeUp();
    });
}

void HttpConnection::onTimeUp()
{
    if (m_state == State::Answering)
        return respond(refusal(503, "The server is too busy."));
    loseRequest();
    remove();
}

void HttpConnection::loseRequest()
{
    if (const auto session = std::exchange(m_session, nullptr))
        session->requestLost();
}

void HttpConnection::remove()
{
    m_stream.close();
    leave();
}

void HttpConnection::leave()
{
    m_state = State::Ending;
    m_timer.expires_at(SteadyTimer::time_point::max());
    m_core.httpConnections.erase(shared_from_this());
}

} // namespace engineio

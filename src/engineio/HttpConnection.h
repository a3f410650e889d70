// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/ServerCore.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <optional>

namespace engineio {

/// One TCP connection while it speaks HTTP: requests one after the other, until one becomes a WebSocket.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(ServerCore &core, TcpSocket socket);

    void start();

private:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;
    using Response = boost::beast::http::response<boost::beast::http::string_body>;

    void readRequest();
    void onRequest(boost::beast::error_code error);
    /// What is wrong with a request to the Engine.IO path; nothing for a WebSocket handshake that may go on.
    [[nodiscard]] std::optional<HttpResponse> refusal(const Request &request, const QByteArray &query) const;
    void callHandler(const Request &request);
    void respond(const HttpResponse &response);
    /// Answers and hangs up; the rest of what the client is still sending is thrown away, or it would not see the
    /// answer.
    void refuse(const HttpResponse &response);
    void write(const HttpResponse &response, bool keepAlive);
    void hangUp();
    void discardInput();
    void remove();

    ServerCore &m_core;
    TcpStream m_stream;
    SteadyTimer m_handlerTimer;
    boost::beast::flat_buffer m_incoming;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    Response m_response;
    QString m_remoteAddress;
    quint64 m_requestNumber = 0; ///< a late answer to an earlier request is thrown away
    bool m_isHead = false;
    bool m_keepAlive = false;
    bool m_awaitsHandler = false;
};

} // namespace engineio

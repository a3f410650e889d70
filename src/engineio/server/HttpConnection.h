// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/EngineRequest.h"
#include "engineio/server/Origin.h"
#include "engineio/server/ResponseMessage.h"
#include "engineio/server/ServerCore.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <optional>

namespace engineio {

/// One TCP connection while it speaks HTTP: requests one after the other, until one becomes a WebSocket. Everything
/// that a client may delay has a time-out, all of them on one timer.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(ServerCore &core, ServerStream stream, Admission::Ticket ticket);

    /// TLS first, where there is; then the requests.
    void start();
    /// Hangs up at once, whatever is under way.
    void remove();

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Request = Parser::value_type;

    enum class State {
        Idle,      ///< between two requests
        Reading,   ///< a request
        Answering, ///< somebody is to answer it
        Writing,   ///< the answer
        Ending,    ///< what the client still sends is thrown away
    };

    void begin();
    void awaitRequest();
    void readSome();
    void onBytes(boost::beast::error_code error, std::size_t bytes);
    void readHeader();
    void onHeader(boost::beast::error_code error);
    void onRequest(boost::beast::error_code error);
    /// False: refused.
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool takeAddress(const Request &request);
    void judgeOrigin(const Request &request);
    void toEngine(const Request &request);
    void openByPolling();
    void toApplication(const Request &request);
    [[nodiscard]] HttpResponder responder();
    void respond(const HttpResponse &response);
    /// Answers in the front's own name and hangs up; the rest of what the client is still sending is thrown away, or it
    /// would not see the answer.
    void refuse(int status, const QByteArray &words, const QString &cause);
    [[nodiscard]] HttpResponse refusal(int status, const QByteArray &words) const;
    void write(const HttpResponse &response, bool keepAlive);
    void onWritten(boost::beast::error_code error, bool keepAlive);
    void hangUp();
    void limitTime(std::chrono::milliseconds time);
    void onTimeUp();
    /// Of the session whose GET or POST this is: the client has gone.
    void loseRequest();
    void leave(); ///< as remove, when the stream has gone elsewhere

    ServerCore &m_core;
    ServerStream m_stream;
    Admission::Ticket m_ticket;
    SteadyTimer m_timer;
    boost::beast::flat_buffer m_incoming;
    std::optional<Parser> m_parser;
    HttpResponse m_response;
    ResponseMessage m_message; ///< points into m_response
    QString m_peerAddress;
    QString m_remoteAddress; ///< of the client, as far as is known
    Origin m_origin = Origin::Absent;
    QByteArray m_readableFor; ///< the origin whose pages may read the answer
    bool m_isOfCrowd = false; ///< too many come from its address
    State m_state = State::Idle;
    bool m_isReadingSome = false;
    quint64 m_requestNumber = 0; ///< a late answer to an earlier request is thrown away
    bool m_isHead = false;
    bool m_keepAlive = false;

    const ConnectionHandler *m_engineHandler = nullptr; ///< of the path, if it is one of Engine.IO
    EngineRequest m_engineRequest;
    std::shared_ptr<ServerConnection> m_session; ///< whose GET or POST is under way
};

} // namespace engineio

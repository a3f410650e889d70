// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/SteadyClock.h"
#include "engineio/server/Admission.h"
#include "engineio/server/Server.h"
#include "engineio/server/ServerCounters.h"
#include "engineio/server/ServerStream.h"
#include "engineio/server/WebSocketFraming.h"

#include <QtCore/QHash>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

namespace engineio {

class HttpConnection;
class ServerConnection;
class ServerWebSocket;

using SteadyTimer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>,
                                      boost::asio::io_context::executor_type>;

/// What the connections of one server share. I/O thread only.
struct ServerCore {
    explicit ServerCore(ServerOptions serverOptions)
        : options(std::move(serverOptions))
        , admission(options.maxConnections, options.maxConnectionsPerAddress)
        , pollingAdmission(options.maxConnections, options.maxConnectionsPerAddress)
    {
    }

    const ServerOptions options;
    Admission admission;        ///< before `io`, whose last handlers still hold tickets
    Admission pollingAdmission; ///< of sessions on long-polling, which outlive the TCP connections that open them
    std::optional<boost::asio::ssl::context> tls;
    boost::asio::io_context io{1};

    std::map<QByteArray, ConnectionHandler> connectionHandlers; ///< by path
    HttpHandler httpHandler;
    HttpRefusalWriter refusalWriter;
    ServerCounters counters; ///< without what is counted only when somebody asks
    WebSocketFraming framing;

    /// Their owners: each lives until it takes itself out.
    std::unordered_set<std::shared_ptr<HttpConnection>> httpConnections;
    std::unordered_set<std::shared_ptr<ServerWebSocket>> webSockets;
    QHash<QString, std::shared_ptr<ServerConnection>> sessions; ///< by sid
    std::vector<std::shared_ptr<ServerWebSocket>> unflushed;    ///< with frames of this turn of the loop
    std::function<void()> onGone;                               ///< a session or a WebSocket has taken itself out
    bool isStopping = false;                                    ///< nobody may open a session any more
};

} // namespace engineio

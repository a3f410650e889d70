// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Server.h"
#include "engineio/SteadyClock.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/rate_policy.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <unordered_set>

namespace engineio {

class HttpConnection;
class WebSocketConnection;

using TcpStream = boost::beast::basic_stream<boost::asio::ip::tcp, boost::asio::io_context::executor_type,
                                             boost::beast::unlimited_rate_policy>;
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;
using SteadyTimer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>,
                                      boost::asio::io_context::executor_type>;

/// What the connections of one server share. I/O thread only.
struct ServerCore {
    boost::asio::io_context io{1};
    ServerOptions options;
    std::map<QByteArray, ConnectionHandler> connectionHandlers; ///< by path
    HttpHandler httpHandler;
    ServerCounters counters; ///< without what is counted only when somebody asks

    /// Their owners: a connection lives until it takes itself out.
    std::unordered_set<std::shared_ptr<HttpConnection>> httpConnections;
    std::unordered_set<std::shared_ptr<WebSocketConnection>> webSocketConnections;
    std::function<void()> onWebSocketGone; ///< after each that takes itself out
};

} // namespace engineio

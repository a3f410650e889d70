// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <map>

namespace engineio {

/// What a server has done and holds, as plain numbers for figures. Everything but the gauges only grows.
struct ServerCounters {
    // Gauges: now.
    qint64 tcpConnections = 0;    ///< also those that speak plain HTTP
    qint64 pollingSessions = 0;   ///< Engine.IO sessions whose transport is long-polling
    qint64 webSocketSessions = 0; ///< and WebSocket
    qint64 writeQueueBytes = 0;   ///< waiting for all clients together
    qint64 largestWriteQueue = 0; ///< bytes waiting for the slowest client

    quint64 sessionsOpened = 0;
    quint64 upgrades = 0; ///< sessions that moved from long-polling to WebSocket
    quint64 httpRequests = 0;
    quint64 bytesReceived = 0; ///< HTTP messages and WebSocket payloads, without TLS and TCP
    quint64 bytesSent = 0;
    /// By a fixed set of words: of TCP connections and of requests ("too many connections", "header too large", …).
    std::map<QString, quint64> refused;
    /// By a fixed set of words; whatever the application says when it closes counts as "application".
    std::map<QString, quint64> closed;
};

} // namespace engineio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "domain/Error.h"

#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QVector>

#include <chrono>
#include <optional>

namespace frontdesk::connection {

/// The one state of a connection. Online only when authenticated and caught up.
enum class State {
    Offline,        ///< by hand, or before the first connect
    Connecting,     ///< transport and handshake
    Authenticating, ///< waiting for CONNECT's answer
    CatchingUp,     ///< reading the journal up to its head
    Online,
    Waiting,      ///< until the next attempt
    SignInNeeded, ///< the token is no longer accepted; queue and cache are kept
    Incompatible, ///< the server speaks no protocol version of ours
};

/// One line of the inspector's history.
struct HistoryEntry {
    qint64 at = 0; ///< milliseconds since 1970
    State state = State::Offline;
    QString reason;    ///< in words, may be empty
    QString code = {}; ///< of the error that was the reason; empty when nothing went wrong

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// Something that went wrong, and when.
struct Problem {
    qint64 at = 0; ///< milliseconds since 1970
    Error error;   ///< where a certificate was refused, its facts are in the detail

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What the badge and the inspector show.
struct Status {
    State state = State::Offline;
    int attempt = 0;                     ///< since the last time online, from 1
    std::optional<qint64> nextAttemptAt; ///< when Waiting: milliseconds since 1970
    std::optional<Error> lastError;
    QString server;
    QString transport;                                          ///< such as "WebSocket"
    dialect::Traffic traffic;                                   ///< of all connections together
    std::optional<qint64> heartbeatAt;                          ///< the server's last sign of life on this connection
    std::optional<std::chrono::milliseconds> heartbeatInterval; ///< between the last two
    std::optional<std::chrono::milliseconds> latency;           ///< last round trip
    std::optional<std::chrono::milliseconds> clockSkew;         ///< server minus this machine
    QVector<std::pair<qint64, int>> latencies; ///< time (ms since 1970) and round trip (ms), oldest first, bounded
    int reconnects = 0;
    QVector<HistoryEntry> history; ///< newest first, bounded
    QVector<Problem> problems;     ///< newest first, bounded; kept when the connection is well again
};

} // namespace frontdesk::connection

Q_DECLARE_METATYPE(frontdesk::connection::Status)

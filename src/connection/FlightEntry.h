// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"

#include <QtCore/QJsonObject>

#include <variant>

/// What the flight recorder keeps of a connection. It leaves this computer when somebody exports it: no token, no name,
/// no message, no words that the server or a person wrote.
namespace frontdesk::connection {

/// The program began, or ended, to look after the connection; in between nothing is known.
struct RecordStarted {
    friend bool operator==(const RecordStarted &, const RecordStarted &) = default;
};
struct RecordStopped {
    friend bool operator==(const RecordStopped &, const RecordStopped &) = default;
};
struct StateEntered {
    State state = State::Offline;
    QString code;  ///< of what went wrong; empty when nothing did
    QString words; ///< as in safeWords
    friend bool operator==(const StateEntered &, const StateEntered &) = default;
};
struct TransportTaken {
    QString transport;
    friend bool operator==(const TransportTaken &, const TransportTaken &) = default;
};
struct RoundTripMeasured {
    int latency = 0; ///< milliseconds
    friend bool operator==(const RoundTripMeasured &, const RoundTripMeasured &) = default;
};

struct FlightEntry {
    qint64 at = 0; ///< milliseconds since 1970
    std::variant<RecordStarted, RecordStopped, StateEntered, TransportTaken, RoundTripMeasured> what;
    friend bool operator==(const FlightEntry &, const FlightEntry &) = default;
};

/// What is worth keeping of the step from one status to the next. Pure.
QVector<FlightEntry> notableChanges(const Status &before, const Status &after, qint64 at);

QJsonObject toJson(const FlightEntry &entry);
/// Nothing when it is no entry of this version.
std::optional<FlightEntry> flightEntryFrom(const QJsonObject &object);

} // namespace frontdesk::connection

// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/FlightEntry.h"

#include "connection/SafeWords.h"
#include "connection/Transition.h"
#include "domain/FieldReader.h"

#include <array>

namespace frontdesk::connection {

namespace {

using L = QLatin1String;

constexpr std::array states{State::Offline, State::Connecting, State::Authenticating, State::CatchingUp,
                            State::Online,  State::Waiting,    State::SignInNeeded,   State::Incompatible};

std::optional<State> stateFrom(const QString &name)
{
    for (const State state : states)
        if (nameOf(state) == name)
            return state;
    return {};
}

struct Writer {
    QJsonObject &object;
    void operator()(const RecordStarted &) const { object.insert(L("record"), QStringLiteral("started")); }
    void operator()(const RecordStopped &) const { object.insert(L("record"), QStringLiteral("stopped")); }
    void operator()(const StateEntered &entered) const
    {
        object.insert(L("state"), nameOf(entered.state));
        if (!entered.code.isEmpty())
            object.insert(L("code"), entered.code);
        if (!entered.words.isEmpty())
            object.insert(L("words"), entered.words);
    }
    void operator()(const TransportTaken &taken) const { object.insert(L("transport"), taken.transport); }
    void operator()(const RoundTripMeasured &measured) const { object.insert(L("latency"), measured.latency); }
};

} // namespace

QVector<FlightEntry> notableChanges(const Status &before, const Status &after, qint64 at)
{
    QVector<FlightEntry> entries;
    if (after.state != before.state) {
        const HistoryEntry newest = after.history.value(0);
        entries.append({at, StateEntered{after.state, newest.code, safeWords({newest.code, newest.reason})}});
    }
    if (after.transport != before.transport && !after.transport.isEmpty())
        entries.append({at, TransportTaken{after.transport}});
    if (!after.latencies.isEmpty() && (before.latencies.isEmpty() || after.latencies.last() != before.latencies.last()))
        entries.append({at, RoundTripMeasured{after.latencies.last().second}});
    return entries;
}

QJsonObject toJson(const FlightEntry &entry)
{
    QJsonObject object{{L("at"), entry.at}};
    std::visit(Writer{object}, entry.what);
    return object;
}

std::optional<FlightEntry> flightEntryFrom(const QJsonObject &object)
{
    FieldReader fields(object);
    FlightEntry entry{.at = fields.integer(L("at")), .what = {}};
    if (fields.has(L("state"))) {
        const State state = fields.choice(L("state"), stateFrom);
        entry.what = StateEntered{state, fields.optionalText(L("code")), fields.optionalText(L("words"))};
    } else if (fields.has(L("transport"))) {
        entry.what = TransportTaken{fields.text(L("transport"))};
    } else if (fields.has(L("latency"))) {
        entry.what = RoundTripMeasured{int(fields.integer(L("latency")))};
    } else if (fields.text(L("record")) == L("stopped")) {
        entry.what = RecordStopped{};
    }
    return fields.ok() ? std::optional(entry) : std::nullopt;
}

} // namespace frontdesk::connection

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"

#include <array>

/// The whole behaviour of a connection as one table (drawn in docs/connection.md). Pure.
namespace frontdesk::connection {

/// What happens to a connection.
enum class Event {
    ConnectRequested, ///< by the person, or at the start
    OfflineRequested, ///< by the person
    TransportOpened,
    SessionReady, ///< the server has accepted the client
    CaughtUp,     ///< everything up to the journal's head is in the cache
    FellBehind,   ///< something was lost on the way: the journal must be read again
    Lost,         ///< the connection ended, or is given up
    TokenRefused, ///< the server does not take the token any more, and another one can be had
    SignInRefused,
    ServerRefused, ///< the server's version or address, or these files, will not do, however often one tries
    DeadlineReached,
    NetworkChanged, ///< another network, or awake again
};

/// What is to be done when the state has changed.
enum class Action {
    None,
    Open,  ///< the link, anew
    Close, ///< the link
    Retry, ///< close the link and wait for the next attempt
    Probe, ///< ask at once whether the server still answers
};

struct Step {
    State state;
    Action action;
    friend constexpr bool operator==(const Step &, const Step &) = default;
};

struct Transition {
    State from;
    Event event;
    Step step;
};

inline constexpr std::array transitions{
    Transition{State::Offline, Event::ConnectRequested, {State::Connecting, Action::Open}},

    Transition{State::Connecting, Event::TransportOpened, {State::Authenticating, Action::None}},
    Transition{State::Connecting, Event::ConnectRequested, {State::Connecting, Action::Open}},
    Transition{State::Connecting, Event::OfflineRequested, {State::Offline, Action::Close}},
    Transition{State::Connecting, Event::Lost, {State::Waiting, Action::Retry}},
    Transition{State::Connecting, Event::DeadlineReached, {State::Waiting, Action::Retry}},
    Transition{State::Connecting, Event::TokenRefused, {State::Connecting, Action::Open}},
    Transition{State::Connecting, Event::SignInRefused, {State::SignInNeeded, Action::Close}},
    Transition{State::Connecting, Event::ServerRefused, {State::Incompatible, Action::Close}},

    Transition{State::Authenticating, Event::SessionReady, {State::CatchingUp, Action::None}},
    Transition{State::Authenticating, Event::ConnectRequested, {State::Connecting, Action::Open}},
    Transition{State::Authenticating, Event::OfflineRequested, {State::Offline, Action::Close}},
    Transition{State::Authenticating, Event::Lost, {State::Waiting, Action::Retry}},
    Transition{State::Authenticating, Event::DeadlineReached, {State::Waiting, Action::Retry}},
    Transition{State::Authenticating, Event::TokenRefused, {State::Connecting, Action::Open}},
    Transition{State::Authenticating, Event::SignInRefused, {State::SignInNeeded, Action::Close}},
    Transition{State::Authenticating, Event::ServerRefused, {State::Incompatible, Action::Close}},

    Transition{State::CatchingUp, Event::CaughtUp, {State::Online, Action::None}},
    Transition{State::CatchingUp, Event::ConnectRequested, {State::Connecting, Action::Open}},
    Transition{State::CatchingUp, Event::OfflineRequested, {State::Offline, Action::Close}},
    Transition{State::CatchingUp, Event::Lost, {State::Waiting, Action::Retry}},
    Transition{State::CatchingUp, Event::DeadlineReached, {State::Waiting, Action::Retry}},
    Transition{State::CatchingUp, Event::TokenRefused, {State::Connecting, Action::Open}},
    Transition{State::CatchingUp, Event::SignInRefused, {State::SignInNeeded, Action::Close}},
    Transition{State::CatchingUp, Event::ServerRefused, {State::Incompatible, Action::Close}},

    Transition{State::Online, Event::FellBehind, {State::CatchingUp, Action::None}},
    Transition{State::Online, Event::NetworkChanged, {State::Online, Action::Probe}},
    Transition{State::Online, Event::ConnectRequested, {State::Connecting, Action::Open}},
    Transition{State::Online, Event::OfflineRequested, {State::Offline, Action::Close}},
    Transition{State::Online, Event::Lost, {State::Waiting, Action::Retry}},
    Transition{State::Online, Event::TokenRefused, {State::Connecting, Action::Open}},
    Transition{State::Online, Event::SignInRefused, {State::SignInNeeded, Action::Close}},
    Transition{State::Online, Event::ServerRefused, {State::Incompatible, Action::Close}},

    Transition{State::Waiting, Event::DeadlineReached, {State::Connecting, Action::Open}},
    Transition{State::Waiting, Event::ConnectRequested, {State::Connecting, Action::Open}},
    Transition{State::Waiting, Event::NetworkChanged, {State::Connecting, Action::Open}},
    Transition{State::Waiting, Event::OfflineRequested, {State::Offline, Action::None}},

    Transition{State::SignInNeeded, Event::ConnectRequested, {State::Connecting, Action::Open}},
    Transition{State::SignInNeeded, Event::OfflineRequested, {State::Offline, Action::None}},

    Transition{State::Incompatible, Event::ConnectRequested, {State::Connecting, Action::Open}},
    Transition{State::Incompatible, Event::OfflineRequested, {State::Offline, Action::None}},
};

/// What follows from an event; an event that the table does not name for the state changes nothing.
constexpr Step transition(State state, Event event)
{
    for (const Transition &row : transitions)
        if (row.from == state && row.event == event)
            return row.step;
    return {state, Action::None};
}

/// Names as docs/connection.md and frontdeskctl use them, such as "catchingUp".
QString nameOf(State state);
QString nameOf(Event event);
QString nameOf(Action action);

} // namespace frontdesk::connection

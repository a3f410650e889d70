// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/Transition.h"

namespace frontdesk::connection {

QString nameOf(State state)
{
    switch (state) {
    case State::Offline:
        return QStringLiteral("offline");
    case State::Connecting:
        return QStringLiteral("connecting");
    case State::Authenticating:
        return QStringLiteral("authenticating");
    case State::CatchingUp:
        return QStringLiteral("catchingUp");
    case State::Online:
        return QStringLiteral("online");
    case State::Waiting:
        return QStringLiteral("waiting");
    case State::SignInNeeded:
        return QStringLiteral("signInNeeded");
    case State::Incompatible:
        return QStringLiteral("incompatible");
    }
    Q_UNREACHABLE();
}

QString nameOf(Event event)
{
    switch (event) {
    case Event::ConnectRequested:
        return QStringLiteral("connect requested");
    case Event::OfflineRequested:
        return QStringLiteral("offline requested");
    case Event::TransportOpened:
        return QStringLiteral("transport opened");
    case Event::SessionReady:
        return QStringLiteral("session ready");
    case Event::CaughtUp:
        return QStringLiteral("caught up");
    case Event::FellBehind:
        return QStringLiteral("fell behind");
    case Event::Lost:
        return QStringLiteral("lost");
    case Event::TokenRefused:
        return QStringLiteral("token refused");
    case Event::SignInRefused:
        return QStringLiteral("sign-in refused");
    case Event::ServerRefused:
        return QStringLiteral("server refused");
    case Event::DeadlineReached:
        return QStringLiteral("deadline reached");
    case Event::NetworkChanged:
        return QStringLiteral("network changed");
    }
    Q_UNREACHABLE();
}

QString nameOf(Action action)
{
    switch (action) {
    case Action::None:
        return {};
    case Action::Open:
        return QStringLiteral("open");
    case Action::Close:
        return QStringLiteral("close");
    case Action::Retry:
        return QStringLiteral("close, retry later");
    case Action::Probe:
        return QStringLiteral("probe");
    }
    Q_UNREACHABLE();
}

} // namespace frontdesk::connection

// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Arguments.h"

#include <functional>
#include <variant>

namespace socketio {

/// Answers one acknowledged event; call it at most once. A copy may outlive the connection: answering then does
/// nothing.
using Ack = std::function<void(const Arguments &arguments)>;

/// Why an acknowledgement will not come.
enum class AckFailure { TimedOut, Disconnected };
using AckResult = std::variant<Arguments, AckFailure>;

/// Hears how an acknowledged event ended: exactly once, never from within the call that sent it.
using AckHandler = std::function<void(const AckResult &result)>;

} // namespace socketio

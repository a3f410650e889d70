// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/server/Server.h"

/// The namespace `/lab`, for what the public suites do not look at. The same events are in reference-server.mjs, on
/// Node.js, so that one test tries both:
/// - refuses who comes with `refuse` in its auth payload, with that as the message; emits `hello` to everyone else with
///   how it came;
/// - `echo` comes back as it is, and is acknowledged with its arguments if that is wanted; `silence` is not answered;
/// - `join`, `leave`, `rooms`; `say` {to, except} emits `said` there; `whisper` to everyone else;
/// - `ask` asks the client itself, `ask-all` a room; both tell with `asked` how it went;
/// - `flood` emits many volatile events and then one that is not;
/// - `members` of a room, `dismiss` them; `end` ends the socket, with its transport if wanted; `gone` tells the room
///   `watchers` why somebody left.
void serveLab(socketio::Server &server);

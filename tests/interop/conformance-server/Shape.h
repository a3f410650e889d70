// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/server/Server.h"

/// What the public conformance suites of Engine.IO and Socket.IO talk to: the namespaces `/` and `/custom`, which emit
/// `auth` with the auth payload on connecting, send `message` back as `message-back` and acknowledge `message-with-ack`
/// with its own arguments; and a raw Engine.IO echo at `/engine.io/`.
void serveShape(socketio::Server &server);

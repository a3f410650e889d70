// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio/server/ServerCounters.h"
#include "server/access/PasswordWorker.h"
#include "server/live/SocketFront.h"

namespace frontdesk::server {

/// Whatever the server can say of itself in numbers.
struct FigureSources {
    const engineio::ServerCounters &transport;
    const Metrics &metrics;
    const Storage &storage;
    const PasswordWorker &passwords;
    const SocketFront &front;
};

/// In Prometheus' text format (docs/operations.md, Watching it). I/O thread.
QByteArray figuresOf(const FigureSources &sources);

} // namespace frontdesk::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "server/access/RateLimits.h"
#include "server/metrics/Exposition.h"

#include <optional>

namespace frontdesk::server {

/// What the server counts of its own work. I/O thread.
struct Metrics {
    quint64 messages = 0;                        ///< taken into the journal
    quint64 logIns = 0;                          ///< with the right password
    quint64 renewals = 0;                        ///< of a sign-in
    quint64 reconnects = 0;                      ///< clients that came with a cursor
    quint64 filesKept = 0;                       ///< that became whole
    quint64 fileBytesSent = 0;                   ///< of files, to who fetched them
    std::optional<qint64> fileBytes;             ///< of all whole files, when it was looked at last
    Counts commands;                             ///< by "ok" or the code of the refusal
    Counts refusals;                             ///< of anything, by code
    Counts rateLimited;                          ///< by class
    Histogram commandSeconds{latencyBounds()};   ///< from the command to its answer
    Histogram broadcastSeconds{latencyBounds()}; ///< from the commit until everybody's copy has been queued

    void limited(RateClass rateClass) { ++rateLimited[QByteArray(nameOf(rateClass).data())]; }
    void refused(const Error &error) { ++refusals[error.code.toUtf8()]; }

private:
    static std::vector<double> latencyBounds()
    {
        return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    }
};

} // namespace frontdesk::server

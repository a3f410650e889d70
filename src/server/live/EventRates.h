// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/RateLimits.h"
#include "server/live/LiveSessions.h"

namespace frontdesk::server {

/// What an event of a client counts as. Commands that were made before the client connected come from an outbox or an
/// import: they have a quota of their own, so that what was written without a connection does not trickle in. New
/// records, of which an import makes many, have another, whenever they were made.
RateClass rateClassOf(const LiveSession &session, const QString &event, const QJsonObject &payload);

} // namespace frontdesk::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchRequest.h"

namespace frontdesk::models {

struct MergedHit {
    search::Hit hit;
    bool onServerOnly = false;

    friend bool operator==(const MergedHit &, const MergedHit &) = default;
};

/// What this computer and its server have found as one list in one order, each message once. Pages of this computer say
/// how far the list goes: what the server has beyond their end comes with the next one.
QVector<MergedHit> merged(const search::Page &here, const search::Page &server, const search::Request &request);

} // namespace frontdesk::models

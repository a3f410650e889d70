// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"
#include "store/Store.h"

namespace frontdesk::ctl {

/// A conversation that somebody named.
struct FoundPlace {
    ConversationId conversation;
    bool exists = false; ///< in the cache, or on its way to the server
    UserId with;         ///< when it is the direct conversation with this person
};

/// A person by name or id; `user.unknown` when the cache knows nobody so called.
Result<UserId> findUser(store::Store &store, const QString &nameOrId);
Result<FoundPlace> findPlace(store::Store &store, const Place &place);
/// What begins the direct conversation; nothing when it exists, or when only the server knows.
std::optional<CommandBody> creationOf(const FoundPlace &place);

} // namespace frontdesk::ctl

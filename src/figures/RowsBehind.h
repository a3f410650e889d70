// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordQuery.h"
#include "domain/SearchRequest.h"
#include "figures/Query.h"

#include <variant>

namespace frontdesk::figures {

/// Stages that are not open, by id: which deals are closed is known by where they stand.
struct ClosedStages {
    QStringList won;
    QStringList lost;
    QStringList open;
};

/// What a figure counts, as a question to the records or to the messages. `exact` is false where the question finds
/// more than was counted: when a deal was closed no field says, so closed ones are those that were changed since.
struct RecordRows {
    RecordQuery query;
    bool exact = true;
};
struct MessageRows {
    search::Request request;
};
/// Conversations cannot be asked for by who has the last word, nor by when they were closed: their list is shown.
struct ConversationRows {
    std::optional<bool> closed = {}; ///< those that are, or that are not; absent: all
};
/// Nothing is behind it, or this version does not know it.
struct NoRows {};
using Rows = std::variant<NoRows, RecordRows, MessageRows, ConversationRows>;

/// `figure`: its name, as in Answer; `whose`: the owner that was asked for, or the members of the team.
Rows rowsBehind(const QString &figure, const Query &query, const Owners &whose, const ClosedStages &stages);

} // namespace frontdesk::figures

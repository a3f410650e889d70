// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Answer.h"
#include "server/storage/Records.h"

namespace frontdesk::server {

struct FigureQuestion {
    UserId user;
    figures::Query query;
};

/// What the dashboard shows somebody: figures of those whose records they see (RecordAudience). `team.unknown` when
/// they ask for one that is not there. Storage thread.
Result<figures::Answer> figuresFor(Records &records, const UserId &user, const figures::Query &query, qint64 now);
/// The same for several who have had an answer; what is the same for two of them is looked up once. A team that has
/// gone since has nobody in it.
std::vector<figures::Answer> figuresFor(Records &records, const std::vector<FigureQuestion> &questions, qint64 now);

} // namespace frontdesk::server

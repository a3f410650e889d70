// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Answer.h"
#include "server/storage/Records.h"

namespace frontdesk::server {

struct FigureQuestion {
    UserId user;
    figures::Query query;
};

/// What the dashboard shows somebody: figures of those whose records they see (RecordAudience). Storage thread.
figures::Answer figuresFor(Records &records, const UserId &user, const figures::Query &query, qint64 now);
/// The same for several; what is the same for two of them is looked up once.
std::vector<figures::Answer> figuresFor(Records &records, const std::vector<FigureQuestion> &questions, qint64 now);

} // namespace frontdesk::server

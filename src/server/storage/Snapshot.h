// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Records.h"

namespace frontdesk::server {

/// One page of everything a user may see (docs/protocol.md, 3.1, `journal:snapshot`). `page`: what the page before gave
/// as `next`; empty for the first. Each page stands by itself while the journal goes on, so reading one holds nothing
/// up. Storage thread.
Result<QJsonObject> snapshotPage(Records &records, const UserId &user, const QString &page);

} // namespace frontdesk::server

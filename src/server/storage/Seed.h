// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Records.h"

namespace frontdesk::server {

/// What a workspace begins with, made by its first admin: a pipeline, and the record of what holds for everybody. Does
/// nothing while there is no admin, and makes nothing that there was before. Storage thread, in a write.
Result<Done> seedWorkspace(Records &records, qint64 now);

} // namespace frontdesk::server

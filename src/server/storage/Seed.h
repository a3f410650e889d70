// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Records.h"

namespace frontdesk::server {

/// What a workspace begins with: a pipeline, made by its first admin. Does nothing while there is no admin, and once
/// there was a pipeline. Storage thread, in a write.
Result<Done> seedWorkspace(Records &records, qint64 now);

} // namespace frontdesk::server

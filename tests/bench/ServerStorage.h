// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Records.h"

#include <functional>

namespace bench {

/// Runs the work in one transaction of the storage in the data folder of a server that does not run.
frontdesk::Result<frontdesk::Done>
writeInto(const QString &serverFolder,
          const std::function<frontdesk::Result<frontdesk::Done>(frontdesk::server::Records &)> &work);

} // namespace bench

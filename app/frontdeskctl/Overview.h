// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

namespace frontdesk::ctl {

/// What the program can do.
Print overview();
Print wrongUsage(const QString &words);

} // namespace frontdesk::ctl

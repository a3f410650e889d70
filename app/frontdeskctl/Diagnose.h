// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

namespace frontdesk::ctl {

/// Tests the way to the server and prints each step when it has ended. Runs the event loop. Success only when every
/// step passed or was not needed.
ExitCode run(const DiagnoseCommand &command);

} // namespace frontdesk::ctl

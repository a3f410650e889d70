// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

namespace frontdesk::ctl {

/// What the files of a session's folder have of the journal, and what they should have. Success: nothing is missing.
ExitCode run(const LedgerCommand &command);

} // namespace frontdesk::ctl

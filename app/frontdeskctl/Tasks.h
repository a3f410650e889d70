// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

/// The commands that do one thing and end. Each runs the event loop.
namespace frontdesk::ctl {

ExitCode run(const WatchCommand &command);
ExitCode run(const ConversationsCommand &command);
ExitCode run(const HistoryCommand &command);
ExitCode run(const SendCommand &command);

} // namespace frontdesk::ctl

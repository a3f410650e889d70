// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

/// Contacts, companies and deals: lists of them, and files of them in and out. Each runs the event loop.
namespace frontdesk::ctl {

ExitCode run(const ListRecordsCommand &command);
ExitCode run(const ImportCommand &command);
ExitCode run(const ExportCommand &command);

} // namespace frontdesk::ctl

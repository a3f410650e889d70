// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

namespace frontdesk {

/// `user add`, `user role` and `user list`. The password is the first line of standard input.
ExitCode run(const AddUser &command);
ExitCode run(const SetRole &command);
ExitCode run(const ListUsers &command);

} // namespace frontdesk

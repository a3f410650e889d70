// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"
#include "domain/Error.h"

namespace frontdesk::ctl {

/// Signs in with the password on standard input and prints the token. Runs the event loop.
ExitCode run(const LoginCommand &command);

/// The exit code that a refusal or a failure stands for.
ExitCode exitCodeOf(const Error &error);

} // namespace frontdesk::ctl

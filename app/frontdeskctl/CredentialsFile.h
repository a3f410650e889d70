// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"
#include "dialect/Credentials.h"
#include "domain/Error.h"

/// A sign-in in a file of its own, readable by its owner only. For one session at a time: who renews it replaces it.
namespace frontdesk::ctl {

/// What a command was told to use: those of its file, or its bare token.
Result<dialect::Credentials> credentialsOf(const Target &target);
Result<Done> writeCredentials(const QString &file, const dialect::Credentials &credentials);

} // namespace frontdesk::ctl

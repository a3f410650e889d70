// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"

/// What somebody of a role may do; the server decides by it, the client hides what would be refused. Pure.
namespace frontdesk {

/// Whether a role lets somebody give this command at all: one who only reads still reads on, and keeps what is their
/// own. What belongs to everybody (pipelines, definitions of fields, teams) is for managers and admins, the workspace
/// for admins.
bool mayGive(Role role, const CommandBody &command);

} // namespace frontdesk

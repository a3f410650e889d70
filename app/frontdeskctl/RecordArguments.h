// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

namespace frontdesk::ctl {

/// `contacts import FILE` and the like, with the program's name first and the kind second.
Invocation parseRecords(RecordKind kind, const QStringList &arguments, const QString &token);

} // namespace frontdesk::ctl

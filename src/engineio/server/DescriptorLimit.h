// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

namespace engineio {

/// Lets this process open as many files as the system allows it; a server needs one for each client, and many systems
/// begin with 1 024. Gives that number; 0 where the system has no such limit.
qint64 raiseDescriptorLimit();

} // namespace engineio

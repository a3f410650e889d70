// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"
#include "connection/TestSteps.h"
#include "store/Store.h"

namespace frontdesk::models {

/// The connection for a support request, as plain English text: no token, no name of a person, no message, no id, and
/// of words only those of connection::safeWords. Pure.
QString connectionReport(const connection::Status &status, const store::Ledger &ledger,
                         const connection::TestSteps &test, qint64 now);

} // namespace frontdesk::models

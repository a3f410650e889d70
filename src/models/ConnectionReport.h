// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"
#include "store/Store.h"

namespace frontdesk::models {

/// The connection for a support request, as plain English text: no token, no name of a person, no message, no id. Pure.
QString connectionReport(const connection::Status &status, const store::Ledger &ledger, qint64 now);

} // namespace frontdesk::models

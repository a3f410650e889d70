// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "figures/Ledger.h"

namespace frontdesk::figures {

/// Names the rules that rows are entered by: with other ones everything is entered anew.
QString rules();

/// Whether a row of the journal can change a figure.
bool counts(const JournalRow &row);

/// Enters what one row of the journal changes, in a few entries and one look at what is known of its subject: it costs
/// the same however long the journal is. Rows come in the journal's order, each once.
void book(const JournalRow &row, Ledger &ledger);

} // namespace frontdesk::figures

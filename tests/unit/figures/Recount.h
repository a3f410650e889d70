// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "figures/Query.h"

namespace frontdesk::figures::testing {

/// The figures of a journal, counted from nothing: every record is put together as it was, and every one looked at. It
/// shares no code with what it is held against.
QJsonObject recount(const QVector<JournalRow> &rows, const Owners &whose, const Span &span);
/// Which hour of the week how many messages, and which month what value.
QJsonObject recountDetails(const QVector<JournalRow> &rows, const Owners &whose, const Query &query);

} // namespace frontdesk::figures::testing

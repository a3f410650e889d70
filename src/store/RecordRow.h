// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "store/Database.h"

namespace frontdesk::store {

/// A record of the CRM as its row in the cache has it.
namespace recordRow {
/// record, version, created_by, created_at, changed_at, fields, lists
extern const QString columns;
inline constexpr int columnCount = 7;
/// From the columns above, of which the first is number `from`.
RecordState stateFrom(const Row &row, int from = 0);
QString listsText(const ListValues &lists);
ListValues listsFrom(const QJsonObject &object);
} // namespace recordRow

} // namespace frontdesk::store

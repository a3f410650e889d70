// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

/// Fields of records as a person calls them. Pure.
namespace frontdesk::models::words {

QString fieldName(const QString &field); ///< "Name of the group"; what this version does not know by its own name
int longestValue(const QString &field);  ///< in code points
bool mayBeEmpty(const QString &field);

} // namespace frontdesk::models::words

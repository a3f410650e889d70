// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QVariant>

namespace frontdesk::models {

/// A chart (as toMap() says it) as CSV: a row for each category; for each series its numbers and, where there are exact
/// words for them, those too. Pure.
QByteArray csvOf(const QVariantMap &chart);

/// Writes a file whole or not at all; words for a person when it cannot be written.
Result<Done> writeFile(const QString &path, const QByteArray &content);

} // namespace frontdesk::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/Likeness.h"

#include <QtCore/QString>

/// Why two records may be the same, in words. Pure.
namespace frontdesk::models::words {

QString sameAs(const QString &name, const matching::Likeness &why); ///< "Maya Okafor has the same e-mail address"
QString likeness(const matching::Likeness &why);                    ///< "The same e-mail address"

} // namespace frontdesk::models::words

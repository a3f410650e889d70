// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Query.h"

namespace frontdesk::models {

/// The days that a dashboard looks at. Pure.
enum class Period { Today, Week, Month, Quarter, Year };

QString nameOf(Period period); ///< "today", "week" …; as settings keep it
std::optional<Period> periodFrom(const QString &name);
QString textOf(Period period);       ///< "This week"
QString beforeTextOf(Period period); ///< "vs last week"

/// The question about a period that a day lies in. Weeks begin on Monday (ISO 8601). `offset`: minutes ahead of UTC.
figures::Query queryOf(Period period, const QDate &today, int offset);

} // namespace frontdesk::models

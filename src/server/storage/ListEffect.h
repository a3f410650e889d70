// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <algorithm>
#include <iterator>

namespace frontdesk::server {

/// What of a change changes a list that holds this now.
inline ListChange effectOn(const QStringList &now, const ListChange &wanted)
{
    ListChange effect;
    std::copy_if(wanted.add.begin(), wanted.add.end(), std::back_inserter(effect.add),
                 [&](const QString &entry) { return !now.contains(entry); });
    std::copy_if(wanted.remove.begin(), wanted.remove.end(), std::back_inserter(effect.remove),
                 [&](const QString &entry) { return now.contains(entry); });
    return effect;
}

} // namespace frontdesk::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Ledger.h"

namespace frontdesk::figures {

Owners inTeam(const Owners &owners, QStringList members)
{
    if (owners)
        members.removeIf([&](const QString &member) { return !owners->contains(member); });
    return members;
}

} // namespace frontdesk::figures

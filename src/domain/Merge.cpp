// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Merge.h"

namespace frontdesk {

bool isSeen(const FieldState &now, const Basis &basis)
{
    return now.version <= basis.version || basis.after.contains(now.command);
}

FieldFate mergeField(const FieldState &now, const QJsonValue &wanted, const Basis &basis)
{
    if (now.current.value == wanted)
        return FieldFate::Agreed;
    return isSeen(now, basis) ? FieldFate::Applied : FieldFate::Conflicting;
}

} // namespace frontdesk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Merge.h"

namespace frontdesk {

FieldFate mergeField(const FieldState &now, const QJsonValue &wanted, const Basis &basis)
{
    if (now.current.value == wanted)
        return FieldFate::Agreed;
    if (now.version <= basis.version || basis.after.contains(now.command))
        return FieldFate::Applied;
    return FieldFate::Conflicting;
}

} // namespace frontdesk

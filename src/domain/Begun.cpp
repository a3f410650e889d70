// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Begun.h"

namespace frontdesk {

std::optional<BegunKey> begunFor(const CommandBody &body)
{
    if (const auto *create = std::get_if<CreateRecord>(&body))
        if (const QString about = create->set[fields::about].toString(); !about.isEmpty())
            return BegunKey{about, create->record.kind};
    if (const auto *change = std::get_if<ChangeRecord>(&body))
        if (change->record.kind == RecordKind::Note && change->set.contains(fields::text) && change->resolves.isEmpty())
            return BegunKey{change->record.text(), RecordKind::Note};
    return {};
}

} // namespace frontdesk

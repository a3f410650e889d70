// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreFixture.h"

/// What the tests of the journal share.
namespace frontdesk::store {

inline const QString own = streamOf(ada.id);
inline const QString inOps = streamOf(ConversationId(QStringLiteral("ops")));
inline const QString inSales = streamOf(ConversationId(QStringLiteral("sales")));

inline Activity activityOf(const QString &id, qint64 seq, const QString &stream, int items)
{
    return {.id = ActivityId(id),
            .actor = ben.id,
            .verb = QStringLiteral("Create"),
            .object = {QStringLiteral("Note"), QStringLiteral("note"), QStringLiteral("a note")},
            .target = ActivityObject{QStringLiteral("Group"), QStringLiteral("ops"), QStringLiteral("Ops")},
            .published = 1'700'000'000'000 + seq,
            .totalItems = items,
            .stream = stream,
            .seq = seq};
}

} // namespace frontdesk::store

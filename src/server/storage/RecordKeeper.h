// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"
#include "domain/Event.h"
#include "server/storage/Journal.h"

namespace frontdesk::server {

/// Where one kind of record is kept, and who may change what of it: all that merging does not know. Storage thread.
class RecordKeeper {
public:
    RecordKeeper() = default;
    virtual ~RecordKeeper() = default;
    Q_DISABLE_COPY_MOVE(RecordKeeper)

    struct Found {
        QString stream; ///< where its changes are told
        qint64 version = 0;
    };
    /// The record of a change, for somebody who may make it.
    virtual Result<Found> find(const Actor &actor, const ChangeRecord &change) = 0;
    /// What it sets, as it is kept: checked against what else there is.
    virtual Result<QJsonObject> valuesOf(const Actor &, const ChangeRecord &change) { return change.set; }
    /// What of the changes of its lists changes something.
    virtual Result<ListChanges> effectOf(const RecordRef &record, const ListChanges &wanted) = 0;
    /// Writes what has become of it into its tables and, as `record:changed`, into the journal.
    virtual void write(const Actor &actor, const RecordChanged &change) = 0;
};

} // namespace frontdesk::server

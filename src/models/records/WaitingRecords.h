// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// Which fields of which records have a change that the server has not confirmed yet. GUI thread.
class WaitingRecords : public QObject {
    Q_OBJECT

public:
    explicit WaitingRecords(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] bool waits(const RecordRef &record) const { return m_fields.contains(record); }
    [[nodiscard]] bool waits(const RecordRef &record, const QString &field) const
    {
        const auto found = m_fields.constFind(record);
        return found != m_fields.constEnd() && found->contains(field);
    }
    /// What makes it, as long as it can be called off; empty: it is made, or being made.
    [[nodiscard]] CommandId creationOf(const RecordRef &record) const { return m_creations.value(record); }
    /// What gives it another picture, the last of them, likewise.
    [[nodiscard]] CommandId pictureOf(const RecordRef &record) const { return m_pictures.value(record); }

Q_SIGNALS:
    void changed();

private:
    void show(const QVector<PendingCommand> &pending);

    QHash<RecordRef, QSet<QString>> m_fields;
    QHash<RecordRef, CommandId> m_creations;
    QHash<RecordRef, CommandId> m_pictures;
    Refresh<QVector<PendingCommand>> m_refresh;
};

} // namespace frontdesk::models

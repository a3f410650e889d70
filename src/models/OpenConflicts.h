// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// The conflicts that nobody has decided yet, in memory, oldest first. GUI thread.
class OpenConflicts : public QObject {
    Q_OBJECT

public:
    explicit OpenConflicts(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] const QVector<Conflict> &all() const { return m_conflicts; }
    [[nodiscard]] int countOf(const RecordRef &record) const;

Q_SIGNALS:
    void changed();
    void opened(const frontdesk::Conflict &conflict); ///< not those that were there at the start
    void closed(const frontdesk::ConflictId &id);

private:
    void show(QVector<Conflict> conflicts);

    QVector<Conflict> m_conflicts;
    bool m_loaded = false;
    Refresh<QVector<Conflict>> m_refresh;
};

} // namespace frontdesk::models

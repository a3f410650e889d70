// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Money.h"
#include "domain/Statuses.h"
#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// What holds for everybody in the workspace, in memory: what a contact's status may be, and what is to be earned. GUI
/// thread.
class WorkspaceSettings : public QObject {
    Q_OBJECT

public:
    explicit WorkspaceSettings(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] const QVector<Status> &statuses() const { return m_statuses; }
    /// In words. Those that every workspace begins with have their names in the person's language until somebody gives
    /// them another; of one that is gone only its id is left.
    [[nodiscard]] QString nameOf(const QString &status) const;
    [[nodiscard]] QString nameOf(const Status &status) const;
    /// "accent", "ok", "warn", "error" or "neutral"; those that every workspace begins with have one already.
    [[nodiscard]] QString colorOf(const QString &status) const;
    [[nodiscard]] static QString colorOf(const Status &status);
    [[nodiscard]] const std::optional<Money> &revenueTarget() const { return m_target; } ///< in a month

Q_SIGNALS:
    void changed();

private:
    void show(const std::optional<RecordState> &workspace);

    QVector<Status> m_statuses;
    std::optional<Money> m_target;
    Refresh<std::optional<RecordState>> m_refresh;
};

} // namespace frontdesk::models

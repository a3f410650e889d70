// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Record.h"
#include "models/Directory.h"
#include "models/OwnValues.h"
#include "models/Refresh.h"

namespace frontdesk::models {

/// Says when the moment has come that a task of this person was to be thought of, to the minute. A device that has
/// learned that another one has said it keeps quiet (two that are apart both say it); what came while no device was
/// there is said at the next start. GUI thread.
class Reminders : public QObject {
    Q_OBJECT

public:
    Reminders(sync::Session &session, const Directory &directory, OwnValues &own, std::shared_ptr<const Clock> clock,
              QObject *parent = nullptr);

    void check(); ///< time has passed

Q_SIGNALS:
    void due(const QVector<frontdesk::RecordState> &tasks);

private:
    [[nodiscard]] qint64 saidUntil();
    /// `waiting`: not confirmed; `next`: what else comes next; `hasMore`: behind those.
    void take(const QVector<RecordState> &waiting, const QVector<RecordState> &next, bool hasMore);

    sync::Session &m_session;
    const Directory &m_directory;
    OwnValues &m_own;
    std::shared_ptr<const Clock> m_clock;
    Refresh<store::RecordKeys> m_refresh;
    QVector<RecordState> m_tasks; ///< not done, with a reminder that was not said; the next ones
    qint64 m_readAfter = 0;       ///< those up to here were not asked for
    qint64 m_readUntil = 0;       ///< up to here none is missing among these
    qsizetype m_atOnce;           ///< how many are read
    qint64 m_begin;               ///< what lies before it is past for somebody who was never reminded
    qint64 m_saidHere = 0;        ///< up to here, since then: whatever other devices with other clocks say
};

} // namespace frontdesk::models

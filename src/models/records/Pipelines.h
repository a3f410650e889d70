// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Stages.h"
#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// The ways that deals go, in memory. GUI thread.
class Pipelines : public QObject {
    Q_OBJECT

public:
    using Stage = frontdesk::Stage;
    struct Pipeline {
        QString id;
        QString name;
        QVector<Stage> stages;
        friend bool operator==(const Pipeline &, const Pipeline &) = default;
    };

    explicit Pipelines(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] const QVector<Pipeline> &all() const { return m_pipelines; } ///< the oldest first
    [[nodiscard]] const Pipeline *find(const QString &id) const;               ///< null: not known
    /// Where a deal stands; null when that is not known.
    [[nodiscard]] const Stage *stageOf(const QJsonValue &place) const;

    /// What a stage is called among those of all pipelines: with its pipeline when there are several.
    [[nodiscard]] QString nameOf(const Pipeline &pipeline, const Stage &stage) const;

    /// Where a new deal of it stands; null when it has no stages.
    [[nodiscard]] static QJsonValue beginningOf(const Pipeline &pipeline);

Q_SIGNALS:
    void changed();

private:
    void show(const QVector<RecordState> &records);

    sync::Session &m_session;
    QVector<Pipeline> m_pipelines;
    Refresh<QVector<RecordState>> m_refresh;
};

} // namespace frontdesk::models

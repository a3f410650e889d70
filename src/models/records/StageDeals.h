// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// How many deals stand in which stage, without those in the bin. GUI thread.
class StageDeals : public QObject {
    Q_OBJECT

public:
    explicit StageDeals(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] int in(const QString &stage) const { return m_deals.value(stage); }

Q_SIGNALS:
    void changed();

private:
    void show(const QVector<store::DealSum> &sums);

    QHash<QString, int> m_deals; ///< by stage
    Refresh<QVector<store::DealSum>> m_refresh;
};

} // namespace frontdesk::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/StageDeals.h"

#include <algorithm>

namespace frontdesk::models {

StageDeals::StageDeals(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_refresh(
          this, [&session] { return session.store().dealSums({.kind = RecordKind::Deal}); },
          [this](const QVector<store::DealSum> &sums) { show(sums); },
          [&session](std::chrono::milliseconds took) { return restOfList(session, took); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        const bool concerns = std::any_of(changes.records.begin(), changes.records.end(),
                                          [](const RecordRef &record) { return record.kind == RecordKind::Deal; });
        if (changes.everything || concerns)
            m_refresh.request();
    });
    m_refresh.request();
}

void StageDeals::show(const QVector<store::DealSum> &sums)
{
    QHash<QString, int> deals;
    for (const store::DealSum &sum : sums)
        deals[sum.stage] += sum.deals;
    if (std::exchange(m_deals, deals) != deals)
        Q_EMIT changed();
}

} // namespace frontdesk::models

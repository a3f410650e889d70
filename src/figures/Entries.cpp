// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Entries.h"

#include <array>

namespace frontdesk::figures {

QString nameOf(Measure measure)
{
    static const std::array<QString, measures> names{
        QStringLiteral("newContacts"),  QStringLiteral("newDeals"),      QStringLiteral("wonDeals"),
        QStringLiteral("wonValue"),     QStringLiteral("lostDeals"),     QStringLiteral("lostValue"),
        QStringLiteral("timeToClose"),  QStringLiteral("messages"),      QStringLiteral("responses"),
        QStringLiteral("responseTime"), QStringLiteral("openDeals"),     QStringLiteral("openValue"),
        QStringLiteral("ownForecast"),  QStringLiteral("stageForecast"), QStringLiteral("waiting"),
        QStringLiteral("resolutions"),  QStringLiteral("resolutionTime")};
    return names.at(size_t(measure));
}

qint64 quarterOf(qint64 at)
{
    return at >= 0 ? at / quarterLength : -((-at + quarterLength - 1) / quarterLength);
}

QString stageKey(const QString &pipeline, const QString &stage)
{
    return pipeline + u'/' + stage;
}

QString moneyKey(const QString &stage, const QString &currency)
{
    return stage + u' ' + currency;
}

StageMoney stageMoneyOf(const QString &moneyKey)
{
    const qsizetype space = moneyKey.lastIndexOf(u' ');
    return {moneyKey.left(space), moneyKey.mid(space + 1)};
}

} // namespace frontdesk::figures

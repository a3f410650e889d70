// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVector>

#include <optional>

/// What the figures of the dashboard are made of: whole numbers that are added up, each under a measure, a quarter of
/// an hour, an owner and a key. Pure.
namespace frontdesk::figures {

enum class Measure {
    // Flows lie where the thing itself was: they are added up over a period.
    NewContacts,
    NewDeals,
    WonDeals,
    WonValue,    ///< key: the currency; in its smallest unit
    LostDeals,   ///< key: the reason, may be empty
    LostValue,   ///< as WonValue
    TimeToClose, ///< milliseconds, of won ones
    Messages,
    Responses,    ///< conversations that were answered for the first time
    ResponseTime, ///< milliseconds until then
    // Levels lie where something changed: what was added up to a moment is how it was at that moment.
    OpenDeals,     ///< key: the stage, as stageKey()
    OpenValue,     ///< key: the stage and the currency, as moneyKey(); so the next two
    OwnForecast,   ///< of deals that have a probability of their own: the value by that
    StageForecast, ///< of the others: the whole value, to be taken by the probability of the stage
    Waiting,       ///< open conversations in which the last word is that of who began
    // More flows; databases have the numbers.
    Resolutions,    ///< conversations that were closed and not opened again by hand
    ResolutionTime, ///< milliseconds until then from the first message since they were open
};
inline constexpr int measures = int(Measure::ResolutionTime) + 1;
constexpr bool isLevel(Measure measure)
{
    return measure >= Measure::OpenDeals && measure <= Measure::Waiting;
}
QString nameOf(Measure measure); ///< as in databases

/// Days begin at every quarter of an hour of UTC, depending on where one is: 15 minutes since 1970 UTC.
inline constexpr qint64 quarterLength = 15LL * 60 * 1000;
qint64 quarterOf(qint64 at); ///< of milliseconds since 1970 UTC

QString stageKey(const QString &pipeline, const QString &stage);
QString moneyKey(const QString &stage, const QString &currency);
struct StageMoney {
    QString stage; ///< as stageKey()
    QString currency;
};
StageMoney stageMoneyOf(const QString &moneyKey);

struct Entry {
    Measure measure = Measure::NewContacts;
    qint64 quarter = 0;
    QString owner; ///< a user id, or empty: nobody's
    QString key;
    qint64 amount = 0;

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// Amounts above this, in a currency's smallest unit, are not added up: nine thousand of them would not fit.
inline constexpr qint64 largestAmount = 1'000'000'000'000'000;

} // namespace frontdesk::figures

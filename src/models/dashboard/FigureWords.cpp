// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/FigureWords.h"

#include "models/Formatting.h"
#include "models/records/RecordTexts.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QMap>

#include <algorithm>
#include <array>
#include <cmath>

namespace frontdesk::models::figurewords {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dashboard)
};

const QString none = u"–"_s;
constexpr QChar space(0xa0); // does not break

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// Three digits and a word for the rest.
QString shortAmount(double value, const QLocale &locale)
{
    constexpr std::array<std::pair<double, const char *>, 3> scales{{{1e9, QT_TRANSLATE_NOOP("Dashboard", "bn")},
                                                                     {1e6, QT_TRANSLATE_NOOP("Dashboard", "m")},
                                                                     {1e3, QT_TRANSLATE_NOOP("Dashboard", "k")}}};
    for (const auto &[scale, word] : scales)
        if (std::abs(value) >= scale * 0.9995) {
            const double part = value / scale;
            return locale.toString(part, 'f', std::abs(part) < 9.95 ? 1 : 0) + space + Words::tr(word);
        }
    return locale.toString(value, 'f', std::abs(value) < 100 && value != std::floor(value) ? 2 : 0);
}

Change changeOf(double difference, const QString &text)
{
    if (difference == 0)
        return {{}, u"same"_s};
    return {text, difference > 0 ? u"up"_s : u"down"_s};
}

} // namespace

QString count(qint64 value, const QLocale &locale)
{
    return locale.toString(value);
}

QString duration(qint64 milliseconds)
{
    const auto pair = [](qint64 whole, const QString &large, qint64 rest, const QString &small) {
        const QString text = QString::number(whole) + space + large;
        return rest == 0 ? text : text + space + QString::number(rest) + space + small;
    };
    const QString s = Words::tr("s", "seconds"), m = Words::tr("min"), h = Words::tr("h", "hours"),
                  d = Words::tr("d", "days");
    if (milliseconds < minute)
        return pair(milliseconds / second, s, 0, {});
    if (milliseconds < hour)
        return pair(milliseconds / minute, m, milliseconds % minute / second, s);
    if (milliseconds < day)
        return pair(milliseconds / hour, h, milliseconds % hour / minute, m);
    return pair(milliseconds / day, d, milliseconds % day / hour, h);
}

QString percent(qint64 perMille, const QLocale &locale)
{
    return locale.toString((perMille + 5) / 10) + space + u'%';
}

QString money(const QJsonValue &amounts, const QLocale &locale)
{
    QStringList texts;
    const QJsonArray list = amounts.toArray();
    for (const QJsonValue &amount : list)
        texts.append(patternOf(amount["currency"_L1].toString(), locale)
                         .arg(shortAmount(amount["amount"_L1].toString().toDouble(), locale)));
    return texts.isEmpty() ? none : texts.join(u" · "_s);
}

QString exactMoney(const QJsonValue &amounts, const QLocale &locale)
{
    QStringList texts;
    const QJsonArray list = amounts.toArray();
    for (const QJsonValue &amount : list)
        texts.append(moneyText(amount["amount"_L1].toString(), amount["currency"_L1].toString(), locale));
    return texts.isEmpty() ? none : texts.join(u" · "_s);
}

QString age(qint64 at, qint64 now, const QLocale &locale)
{
    return Words::tr("as of %1", "figures, a time")
        .arg(formatting::isSameDay(at, now) ? formatting::timeOfDay(at, locale)
                                            : formatting::listTime(at, now, locale));
}

Change byCount(qint64 now, qint64 before)
{
    return changeOf(double(now - before), count(std::abs(now - before)));
}

Change byPart(double now, double before)
{
    if (before == 0)
        return now == 0 ? Change{{}, u"same"_s} : Change{};
    const double part = (now - before) / std::abs(before) * 100;
    return changeOf(std::round(part), QLocale().toString(std::abs(std::round(part)), 'f', 0) + space + u'%');
}

Change byPoints(qint64 perMille, qint64 before)
{
    const qint64 points = qRound64(double(perMille - before) / 10);
    return changeOf(double(points), QString::number(std::abs(points)) + space + Words::tr("pt", "percentage points"));
}

Change ofMoney(const QJsonValue &now, const QJsonValue &before)
{
    const QString currency = mainCurrency({now, before});
    if (now.toArray().size() > 1 || before.toArray().size() > 1)
        return {};
    const auto others = [&](const QJsonValue &amounts) {
        return !amounts.toArray().isEmpty() && amounts.toArray().first()["currency"_L1].toString() != currency;
    };
    if (others(now) || others(before))
        return {};
    return byPart(drawn(now, currency), drawn(before, currency));
}

QStringList currencies(const QVector<QJsonValue> &amounts)
{
    QMap<QString, int> uses;
    for (const QJsonValue &value : amounts) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &amount : list)
            ++uses[amount["currency"_L1].toString()];
    }
    QStringList all = uses.keys();
    std::stable_sort(all.begin(), all.end(), [&](const QString &a, const QString &b) { return uses[a] > uses[b]; });
    return all;
}

QString mainCurrency(const QVector<QJsonValue> &amounts)
{
    return currencies(amounts).value(0);
}

double drawn(const QJsonValue &amounts, const QString &currency)
{
    const QJsonArray list = amounts.toArray();
    for (const QJsonValue &amount : list)
        if (amount["currency"_L1].toString() == currency)
            return amount["amount"_L1].toString().toDouble();
    return 0;
}

QString patternOf(const QString &currency, const QLocale &locale)
{
    return moneyText(u"1"_s, currency, locale).replace(locale.toString(1), u"%1"_s);
}

} // namespace frontdesk::models::figurewords

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardCharts.h"

#include "models/dashboard/FigureWords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;
using namespace figurewords;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dashboard)
};

constexpr int mostRows = 8; // of a chart of bars

QString monthKey(int year, int month)
{
    return u"month:%1-%2"_s.arg(year).arg(month, 2, 10, QChar(u'0'));
}

/// The figures whose names begin so, with what follows.
QVector<std::pair<QString, QJsonValue>> startingWith(const QJsonObject &figures, const QString &prefix)
{
    QVector<std::pair<QString, QJsonValue>> found;
    for (auto figure = figures.begin(); figure != figures.end(); ++figure)
        if (figure.key().startsWith(prefix))
            found.append({figure.key().mid(prefix.size()), figure.value()});
    return found;
}

QJsonArray amountsOf(const Money &money)
{
    return {money::toJson(money)};
}

} // namespace

QVariantMap toMap(const ChartData &chart)
{
    return {{u"categories"_s, chart.categories}, {u"names"_s, chart.names},     {u"values"_s, chart.values},
            {u"texts"_s, chart.texts},           {u"pattern"_s, chart.pattern}, {u"figures"_s, chart.figures},
            {u"target"_s, chart.target}};
}

QStringList currenciesOf(const figures::Answer &answer)
{
    QVector<QJsonValue> all{answer.now["deals.value"_L1], answer.now["deals.wonValue"_L1],
                            answer.before["deals.wonValue"_L1]};
    for (const auto &[month, value] : startingWith(answer.now, u"month:"_s))
        all.append(value);
    return currencies(all);
}

ChartData revenueOf(const figures::Answer &answer, const QString &wanted, const std::optional<Money> &target)
{
    const QDate last = answer.query.until.addDays(-1);
    QVector<QJsonValue> all;
    for (const auto &[month, value] : startingWith(answer.now, u"month:"_s))
        all.append(value);
    if (target)
        all.append(amountsOf(*target));
    const QString currency = wanted.isEmpty() ? mainCurrency(all) : wanted;
    ChartData chart{.pattern = currency.isEmpty() ? QString() : patternOf(currency)};
    if (currency.isEmpty())
        return chart;
    chart.names = {QString::number(last.year()), QString::number(last.year() - 1)};
    const QDate today = QDateTime::fromMSecsSinceEpoch(answer.at).date();
    QVariantList now, nowTexts, before, beforeTexts;
    for (int month = 1; month <= 12; ++month) {
        chart.categories.append(QLocale().standaloneMonthName(month, QLocale::ShortFormat));
        chart.figures.append(monthKey(last.year(), month));
        const QJsonValue value = answer.now[monthKey(last.year(), month)];
        const QJsonValue earlier = answer.now[monthKey(last.year() - 1, month)];
        const bool isToCome = QDate(last.year(), month, 1) > std::max(today, last);
        now.append(isToCome ? QVariant() : QVariant(drawn(value, currency)));
        nowTexts.append(isToCome ? QString() : exactMoney(value));
        before.append(drawn(earlier, currency));
        beforeTexts.append(exactMoney(earlier));
    }
    chart.values = {QVariant(now), QVariant(before)};
    chart.texts = {QVariant(nowTexts), QVariant(beforeTexts)};
    if (target && target->currency == currency) {
        const QJsonArray amounts = amountsOf(*target);
        chart.target = int(chart.names.size());
        chart.names.append(Words::tr("Target"));
        chart.values.append(QVariant(QVariantList(12, drawn(amounts, currency))));
        chart.texts.append(QVariant(QVariantList(12, exactMoney(amounts))));
    }
    return chart;
}

ChartData funnelOf(const figures::Answer &answer, const QString &periodText, const QString &beforeText,
                   const QString &wanted)
{
    struct Row {
        QString figure, name;
        int place = 0;
        QJsonValue now, before;
    };
    QVector<Row> rows;
    QVector<QJsonValue> all;
    for (const auto &[stage, value] : startingWith(answer.now, u"stage:"_s)) {
        const QString name = value["name"_L1].toString();
        rows.append({u"stage:"_s + stage, name.isEmpty() ? Words::tr("No stage") : name, value["place"_L1].toInt(),
                     value["value"_L1], answer.before[u"stage:"_s + stage]["value"_L1]});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.place < b.place; });
    rows.append({u"deals.wonValue"_s, Words::tr("Won"), 0, answer.now["deals.wonValue"_L1],
                 answer.before["deals.wonValue"_L1]});
    for (const Row &row : std::as_const(rows))
        all += {row.now, row.before};
    const QString currency = wanted.isEmpty() ? mainCurrency(all) : wanted;
    ChartData chart{.names = {periodText, beforeText}, .pattern = currency.isEmpty() ? QString() : patternOf(currency)};
    QVariantList now, before, texts, textsBefore;
    for (const Row &row : std::as_const(rows)) {
        chart.categories.append(row.name);
        chart.figures.append(row.figure);
        now.append(drawn(row.now, currency));
        before.append(drawn(row.before, currency));
        texts.append(money(row.now));
        textsBefore.append(money(row.before));
    }
    if (currency.isEmpty())
        return {};
    chart.values = {QVariant(now), QVariant(before)};
    chart.texts = {QVariant(texts), QVariant(textsBefore)};
    return chart;
}

ChartData reasonsOf(const figures::Answer &answer)
{
    auto reasons = startingWith(answer.now, u"reason:"_s);
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const auto &a, const auto &b) { return a.second.toInteger() > b.second.toInteger(); });
    ChartData chart{.names = {Words::tr("Lost deals")}};
    QVariantList counts;
    for (const auto &[reason, value] : reasons.mid(0, mostRows)) {
        chart.categories.append(reason.isEmpty() ? Words::tr("No reason given") : reason);
        chart.figures.append(u"reason:"_s + reason);
        counts.append(value.toInteger());
    }
    if (!counts.isEmpty())
        chart.values = {QVariant(counts)};
    return chart;
}

ChartData volumeOf(const figures::Answer &answer)
{
    ChartData chart;
    for (int hour = 0; hour < 24; ++hour)
        chart.categories.append(QString::number(hour).rightJustified(2, u'0'));
    const auto hours = startingWith(answer.now, u"hour:"_s);
    if (hours.isEmpty())
        return {};
    for (int weekday = 1; weekday <= 7; ++weekday) {
        chart.names.append(QLocale().standaloneDayName(weekday, QLocale::ShortFormat));
        QVariantList counts;
        for (int hour = 0; hour < 24; ++hour)
            counts.append(answer.now[u"hour:%1-%2"_s.arg(weekday).arg(hour)].toInteger());
        chart.values.append(QVariant(counts));
    }
    return chart;
}

ChartData ownersOf(const figures::Answer &answer, const NameOf &nameOf, const QString &wanted)
{
    auto owners = startingWith(answer.now, u"owner:"_s);
    QVector<QJsonValue> all;
    for (const auto &[user, value] : owners)
        all.append(value["wonValue"_L1]);
    const QString currency = wanted.isEmpty() ? mainCurrency(all) : wanted;
    const auto rank = [&](const QJsonValue &value) {
        return std::pair(drawn(value["wonValue"_L1], currency), value["messages"_L1].toInteger());
    };
    std::stable_sort(owners.begin(), owners.end(),
                     [&](const auto &a, const auto &b) { return rank(a.second) > rank(b.second); });
    ChartData chart{.names = {Words::tr("Won")}, .pattern = currency.isEmpty() ? QString() : patternOf(currency)};
    QVariantList values, texts;
    for (const auto &[user, value] : owners.mid(0, mostRows)) {
        chart.categories.append(user.isEmpty() ? Words::tr("Nobody") : nameOf(user));
        chart.figures.append(u"owner:"_s + user);
        values.append(drawn(value["wonValue"_L1], currency));
        texts.append(Words::tr("%1 · %2 open · %3 messages", "a person's deals that are won, open ones, messages")
                         .arg(money(value["wonValue"_L1]), count(value["open"_L1].toInteger()),
                              count(value["messages"_L1].toInteger())));
    }
    if (values.isEmpty())
        return {};
    chart.values = {QVariant(values)};
    chart.texts = {QVariant(texts)};
    return chart;
}

} // namespace frontdesk::models

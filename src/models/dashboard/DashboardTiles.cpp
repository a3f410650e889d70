// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardTiles.h"

#include "models/dashboard/Arrangement.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;
using namespace figurewords;

namespace {

constexpr const char *context = "Dashboard";
constexpr const char *agentsOnline = QT_TRANSLATE_NOOP("Dashboard", "Agents online");
constexpr const char *revenueAgainst = QT_TRANSLATE_NOOP("Dashboard", "Revenue against %1");

enum class Kind { Count, Money, Share, Duration };

struct Definition {
    QLatin1String figure;
    const char *label;
    Kind kind;
    QLatin1String upIs;
};

constexpr std::array<Definition, 13> definitions{
    {{"conversations.waiting"_L1, QT_TRANSLATE_NOOP("Dashboard", "Waiting conversations"), Kind::Count, "bad"_L1},
     {"conversations.firstResponse"_L1, QT_TRANSLATE_NOOP("Dashboard", "First response"), Kind::Duration, "bad"_L1},
     {"conversations.resolution"_L1, QT_TRANSLATE_NOOP("Dashboard", "Resolution time"), Kind::Duration, "bad"_L1},
     {"deals.value"_L1, QT_TRANSLATE_NOOP("Dashboard", "Pipeline"), Kind::Money, "good"_L1},
     {"deals.forecast"_L1, QT_TRANSLATE_NOOP("Dashboard", "Weighted forecast"), Kind::Money, "good"_L1},
     {"deals.winRate"_L1, QT_TRANSLATE_NOOP("Dashboard", "Win rate"), Kind::Share, "good"_L1},
     {"contacts.new"_L1, QT_TRANSLATE_NOOP("Dashboard", "New contacts"), Kind::Count, "good"_L1},
     {"deals.open"_L1, QT_TRANSLATE_NOOP("Dashboard", "Open deals"), Kind::Count, "good"_L1},
     {"deals.wonValue"_L1, QT_TRANSLATE_NOOP("Dashboard", "Won"), Kind::Money, "good"_L1},
     {"deals.lostValue"_L1, QT_TRANSLATE_NOOP("Dashboard", "Lost"), Kind::Money, "bad"_L1},
     {"deals.timeToClose"_L1, QT_TRANSLATE_NOOP("Dashboard", "Time to close"), Kind::Duration, "bad"_L1},
     {"messages.sent"_L1, QT_TRANSLATE_NOOP("Dashboard", "Messages"), Kind::Count, "neutral"_L1},
     {"deals.new"_L1, QT_TRANSLATE_NOOP("Dashboard", "New deals"), Kind::Count, "good"_L1}}};
constexpr int agentsPlace = 3; // behind what is about conversations
constexpr int targetPlace = 5; // behind the forecast

QString textOf(Kind kind, const QJsonValue &value)
{
    switch (kind) {
    case Kind::Count:
        return count(value.toInteger());
    case Kind::Money:
        return money(value);
    case Kind::Share:
        return percent(value.toInteger());
    case Kind::Duration:
        return duration(value.toInteger());
    }
    Q_UNREACHABLE();
}

Change changeOf(Kind kind, const QJsonValue &now, const QJsonValue &before)
{
    switch (kind) {
    case Kind::Count:
        return byCount(now.toInteger(), before.toInteger());
    case Kind::Money:
        return ofMoney(now, before);
    case Kind::Share:
        return byPoints(now.toInteger(), before.toInteger());
    case Kind::Duration:
        return byPart(double(now.toInteger()), double(before.toInteger()));
    }
    Q_UNREACHABLE();
}

QString unitOf(Kind kind)
{
    switch (kind) {
    case Kind::Count:
        return u"count"_s;
    case Kind::Share:
        return u"percent"_s;
    case Kind::Duration:
        return u"minutes"_s;
    case Kind::Money: // may be of several currencies
        return {};
    }
    Q_UNREACHABLE();
}

std::optional<double> numberOf(Kind kind, const QJsonValue &value)
{
    constexpr double perMilleInPercent = 10;
    constexpr double millisecondsInMinute = 60'000;
    switch (kind) {
    case Kind::Count:
        return value.toDouble();
    case Kind::Share:
        return value.toDouble() / perMilleInPercent;
    case Kind::Duration:
        return value.toDouble() / millisecondsInMinute;
    case Kind::Money:
        return {};
    }
    Q_UNREACHABLE();
}

Tile tileOf(const Definition &definition, const std::optional<figures::Answer> &answer)
{
    Tile tile{.figure = definition.figure,
              .label = QCoreApplication::translate(context, definition.label),
              .value = u"–"_s,
              .change = {},
              .upIs = definition.upIs,
              .picks = false,
              .unit = unitOf(definition.kind)};
    if (!answer || !answer->now.contains(definition.figure))
        return tile;
    const QJsonValue now = answer->now[definition.figure];
    tile.value = textOf(definition.kind, now);
    tile.picks = true;
    tile.number = numberOf(definition.kind, now);
    if (answer->before.contains(definition.figure))
        tile.change = changeOf(definition.kind, now, answer->before[definition.figure]);
    return tile;
}

Tile agentsTile(const std::optional<Agents> &agents)
{
    return {.figure = u"agents.online"_s,
            .label = QCoreApplication::translate(context, agentsOnline),
            .value = agents ? u"%1 / %2"_s.arg(agents->online).arg(agents->all) : u"–"_s,
            .change = {},
            .upIs = u"neutral"_s,
            .picks = agents.has_value(),
            .number = agents ? std::optional<double>(agents->online) : std::nullopt,
            .unit = unitOf(Kind::Count)};
}

/// How much of it is earned in the month that the period ends in.
Tile targetTile(const std::optional<figures::Answer> &answer, const Money &target)
{
    Tile tile{.figure = u"month"_s,
              .label =
                  QCoreApplication::translate(context, revenueAgainst).arg(money(QJsonArray{money::toJson(target)})),
              .value = u"–"_s,
              .change = {},
              .upIs = u"good"_s,
              .picks = false};
    if (!answer || target.minor <= 0)
        return tile;
    tile.figure = u"month:"_s + answer->query.until.addDays(-1).toString(u"yyyy-MM"_s);
    const double whole = drawn(QJsonArray{money::toJson(target)}, target.currency);
    tile.value = percent(qRound64(drawn(answer->now[tile.figure], target.currency) / whole * 1000));
    tile.picks = answer->now.contains(tile.figure);
    return tile;
}

} // namespace

QVector<Tile> tilesOf(const std::optional<figures::Answer> &answer, const std::optional<Agents> &agents,
                      const std::optional<Money> &target)
{
    QVector<Tile> tiles;
    for (const Definition &definition : definitions)
        tiles.append(tileOf(definition, answer));
    if (target)
        tiles.insert(targetPlace, targetTile(answer, *target));
    tiles.insert(agentsPlace, agentsTile(agents));
    return tiles;
}

QString keptName(const QString &figure)
{
    return figure.section(u':', 0, 0);
}

QVector<Tile> tilesFor(QVector<Tile> tiles, const QStringList &chosen, const Alarms &alarms)
{
    QStringList names;
    for (Tile &tile : tiles) {
        names.append(keptName(tile.figure));
        if (tile.number)
            tile.alarm = reasonOf(alarms.value(keptName(tile.figure)), *tile.number);
    }
    const QStringList order = arranged(names, chosen);
    std::sort(tiles.begin(), tiles.end(), [&order](const Tile &a, const Tile &b) {
        return order.indexOf(keptName(a.figure)) < order.indexOf(keptName(b.figure));
    });
    return tiles;
}

} // namespace frontdesk::models

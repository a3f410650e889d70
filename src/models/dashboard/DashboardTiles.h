// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Money.h"
#include "figures/Answer.h"
#include "models/dashboard/Alarms.h"
#include "models/dashboard/FigureWords.h"

namespace frontdesk::models {

/// One figure as its tile shows it.
struct Tile {
    QString figure; ///< its name, as in figures::Answer; "agents.online" is this client's own
    QString label;
    QString value;
    figurewords::Change change;
    QString upIs;                      ///< "good", "bad" or "neutral"
    bool picks = false;                ///< there are rows behind it
    std::optional<double> number = {}; ///< that an alarm compares; absent: not known, or several currencies
    QString unit = {};                 ///< of that number: "count", "minutes", "percent"; empty: it has no alarms
    QString alarm = {};                ///< why it asks for attention; empty: it does not

    friend bool operator==(const Tile &, const Tile &) = default;
};

/// How many of the team are there; absent while nobody can know.
struct Agents {
    int online = 0;
    int all = 0;
};

/// The tiles in their usual order, that of the target behind the forecast when there is one. Without an answer they are
/// there, with nothing in them. `target`: what is to be earned in a month. Pure.
QVector<Tile> tilesOf(const std::optional<figures::Answer> &answer, const std::optional<Agents> &agents,
                      const std::optional<Money> &target = {});

/// What a figure is called where something about it is kept: without the month that it is of.
QString keptName(const QString &figure);

/// The same in the order that somebody chose (see arranged()), with the alarms that there are.
QVector<Tile> tilesFor(QVector<Tile> tiles, const QStringList &chosen, const Alarms &alarms);

} // namespace frontdesk::models

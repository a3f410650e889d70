// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Money.h"
#include "figures/Answer.h"
#include "models/dashboard/FigureWords.h"

namespace frontdesk::models {

/// One figure as its tile shows it.
struct Tile {
    QString figure; ///< its name, as in figures::Answer; "agents.online" is this client's own
    QString label;
    QString value;
    figurewords::Change change;
    QString upIs;       ///< "good", "bad" or "neutral"
    bool picks = false; ///< there are rows behind it

    friend bool operator==(const Tile &, const Tile &) = default;
};

/// How many of the team are there; absent while nobody can know.
struct Agents {
    int online = 0;
    int all = 0;
};

/// The tiles in their order, that of the target behind the forecast when there is one. Without an answer they are
/// there, with nothing in them. `target`: what is to be earned in a month. Pure.
QVector<Tile> tilesOf(const std::optional<figures::Answer> &answer, const std::optional<Agents> &agents,
                      const std::optional<Money> &target = {});

} // namespace frontdesk::models

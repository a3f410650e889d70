// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"
#include "World.h"

namespace frontdesk::torture {

/// What became of a history.
struct Verdict {
    QVector<Broken> broken; ///< none: every promise was kept
    QString trouble;        ///< why it could not be played to its end; empty: it was
    QStringList trace;      ///< what was done, with what could not be done
    QString programs;       ///< what the programs said, for whoever looks for a fault
    int messages = 0;
    int edited = 0;
    int conflicts = 0;
    int records = 0;       ///< of the CRM
    int recordChanges = 0; ///< of any record
    int hidden = 0;        ///< records that a person may not see in the end, each for each person
    int notDone = 0;       ///< steps that were not possible
    int noticed = 0;       ///< people who were told that the server has gone back
    int offered = 0;       ///< refused commands that people have to decide about in the end
    milliseconds took{};

    [[nodiscard]] bool ok() const { return broken.isEmpty() && trouble.isEmpty(); }
};

/// Plays a history with the real programs and judges what they have in the end. Blocks; runs an event loop of the
/// calling thread.
Verdict play(const QVector<Step> &history, std::uint64_t seed, const fault::Scene &scene, const Means &means);

} // namespace frontdesk::torture

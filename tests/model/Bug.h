// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace frontdesk::model {

/// Mistakes that such a machine could have; each breaks one of its promises, and must be found by the search.
enum class Bug {
    None,
    ServerAnswersBeforeItCommits,
    ServerForgetsCommandIds,
    ServerPushesToThoseWhoLeft,
    ServerPagesIgnoreMembership,
    ServerTrustsEveryCursor,
    ClientGivesUpAfterATimeOut,
    ClientMakesNewIds,
    ClientSendsALaneAtOnce,
    ClientIgnoresAfter,
    ClientWritesTheCursorFirst,
    ClientOverlooksHoles,
    ClientKeepsWhatItLeft,
    ClientForgetsWhatIsAnswered,
    ServerOverwritesWhatWasNotSeen,
    ServerDropsTheLaterChange,
    ClientClaimsToHaveSeenHoles,
    ClientTrustsVersionsOfALostJournal,
    ClientForgetsItsOwnChanges,
    ClientOpensConflictsAgain,
    ClientTakesLateEdits,
    ClientForgetsEarlyEdits,
    ClientTakesLateLabels,
    ClientKeepsTheOlderOwnValue,
};

} // namespace frontdesk::model

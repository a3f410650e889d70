// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Models
import Frontdesk.Theme

// The open conflicts of one record, one below the other; nothing when there are none.
Column {
    id: list

    required property ConflictListModel conflicts

    visible: (conflicts?.count ?? 0) > 0
    spacing: Theme.space12

    Repeater {
        model: list.conflicts

        ConflictCard {
            width: list.width
            onKeptChosen: list.conflicts.keep(conflictId)
            onWantedChosen: list.conflicts.take(conflictId)
            onDecided: value => list.conflicts.decide(conflictId, value)
        }
    }
}

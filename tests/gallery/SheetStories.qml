// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// Controls by themselves, in all their states.
Stories {
    NamedStory { name: "controls"; ControlsSheet { anchors.fill: parent } }
    NamedStory { name: "files"; FilesSheet { anchors.fill: parent } }
    NamedStory { name: "mentions"; MentionsSheet { anchors.fill: parent } }
    NamedStory { name: "charts"; ChartSheet { anchors.fill: parent } }
    NamedStory { name: "charts-reading"; ChartSheet { anchors.fill: parent; reading: true } }
    NamedStory { name: "charts-table"; ChartSheet { anchors.fill: parent; asTable: true } }
    NamedStory { name: "charts-offline"; ChartSheet { anchors.fill: parent; age: "as of 3 m ago" } }
    NamedStory { name: "charts-wall"; ChartSheet { anchors.fill: parent; large: true } }
    NamedStory { name: "charts-states"; ChartStates { anchors.fill: parent } }
    NamedStory { name: "charts-contrast"; ChartSheet { anchors.fill: parent; reading: true } }
    NamedStory {
        name: "charts-mirrored"
        ChartSheet {
            anchors.fill: parent
            reading: true
            LayoutMirroring.enabled: true
            LayoutMirroring.childrenInherit: true
        }
    }
}

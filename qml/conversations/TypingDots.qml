// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Theme

// Three dots that bounce one after the other while they are seen; they stand still when less motion is asked for.
Row {
    id: dots

    spacing: 3
    Accessible.ignored: true

    Repeater {
        model: 3

        Item {
            id: place

            required property int index

            width: 5
            height: 11

            Rectangle {
                id: dot
                y: 4
                width: 5
                height: 5
                radius: 2.5
                color: Theme.colors.text2
            }
            SequentialAnimation {
                running: dots.visible && !Theme.reducedMotion
                loops: Animation.Infinite

                PauseAnimation { duration: place.index * 140 }
                NumberAnimation { target: dot; property: "y"; to: 1; duration: 180; easing.type: Easing.OutCubic }
                NumberAnimation { target: dot; property: "y"; to: 4; duration: 220; easing.type: Easing.InCubic }
                PauseAnimation { duration: 700 - place.index * 140 }
            }
        }
    }
}

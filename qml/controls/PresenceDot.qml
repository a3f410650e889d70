// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Theme

// Presence by shape as well as colour: a disc is online, a ring with a core is away, a disc with a bar is do-not-disturb, a hollow ring is
// offline or not known. It pulses once when it turns online.
Item {
    id: dot

    required property string presence // "online", "away", "dnd" or "offline"
    property color ground: Theme.colors.surface // of what it lies on, for the edge around it
    property int size: 11
    property bool pulsing: false

    readonly property color tone: presence === "online" ? Theme.colors.ok : presence === "away" ? Theme.colors.warn
        : presence === "dnd" ? Theme.colors.error : Theme.colors.text3

    implicitWidth: size + 4
    implicitHeight: size + 4
    Accessible.ignored: true
    onPresenceChanged: {
        if (presence === "online" && visible && !Theme.reducedMotion)
            pulsing = true;
    }

    Lazy {
        active: dot.pulsing
        anchors.centerIn: parent

        Rectangle {
            id: halo
            x: -dot.size / 2
            y: -dot.size / 2
            width: dot.size
            height: dot.size
            radius: width / 2
            color: dot.tone

            ParallelAnimation {
                running: true
                onFinished: dot.pulsing = false

                NumberAnimation { target: halo; property: "scale"; from: 1; to: 2.4; duration: 600; easing.type: Theme.easing }
                NumberAnimation { target: halo; property: "opacity"; from: 0.5; to: 0; duration: 600; easing.type: Theme.easing }
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: dot.ground
    }
    Rectangle {
        anchors.centerIn: parent
        width: dot.size
        height: dot.size
        radius: width / 2
        readonly property bool filled: dot.presence === "online" || dot.presence === "dnd"
        color: filled ? dot.tone : "transparent"
        border.width: filled ? 0 : 2
        border.color: dot.tone

        Rectangle {
            readonly property bool bar: dot.presence === "dnd"

            visible: bar || dot.presence === "away"
            anchors.centerIn: parent
            width: bar ? dot.size - 5 : 3
            height: bar ? 2 : 3
            radius: height / 2
            color: bar ? dot.ground : dot.tone
        }
    }
}

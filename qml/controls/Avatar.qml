// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Theme

// Initials on a colour that belongs to the person for good. People are round, groups are rounded squares.
Item {
    id: avatar

    required property string initials
    required property string colorKey
    property bool group: false
    property string presence: "" // empty: without a dot
    property color ground: Theme.colors.surface
    property int size: Theme.avatarList

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: avatar.group ? Math.round(avatar.size / 4) : avatar.size / 2
        color: Theme.avatarColor(avatar.colorKey)

        Text {
            anchors.centerIn: parent
            textFormat: Text.PlainText
            text: avatar.initials
            color: Theme.colors.avatarText
            font.family: Theme.family
            font.weight: Font.DemiBold
            font.pixelSize: Math.round(avatar.size * 0.36)
        }
    }
    Repeater {
        model: avatar.presence === "" ? undefined : 1

        PresenceDot {
            anchors.right: avatar.right
            anchors.bottom: avatar.bottom
            anchors.margins: avatar.size < 36 ? -4 : -3
            presence: avatar.presence === "" ? "offline" : avatar.presence
            ground: avatar.ground
            size: avatar.size < 36 ? 9 : 11
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// A small word on a tinted ground.
Rectangle {
    id: chip

    required property string text
    property color ink: Theme.colors.text2
    property color ground: Theme.colors.sunken

    implicitWidth: Math.ceil(word.implicitWidth) + 2 * Theme.space8
    implicitHeight: 22
    radius: Theme.radiusTag
    color: ground

    Label {
        id: word
        anchors.centerIn: parent
        width: Math.min(implicitWidth, chip.width - 2 * Theme.space8)
        text: chip.text
        font: Theme.small
        color: chip.ink
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// The keys of a shortcut, drawn as a key's cap.
Rectangle {
    id: hint

    required property string keys

    implicitWidth: word.implicitWidth + 12
    implicitHeight: 20
    radius: 5
    color: Theme.colors.raised
    border.width: 1
    border.color: Theme.colors.line
    Accessible.ignored: true

    Label {
        id: word
        anchors.centerIn: parent
        text: hint.keys
        font: Theme.caption
        color: Theme.colors.text2
    }
}

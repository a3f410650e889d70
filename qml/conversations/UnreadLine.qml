// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// Everything below it is new since the conversation was last read.
RowLayout {
    height: 40
    spacing: Theme.space8
    Accessible.role: Accessible.Separator
    Accessible.name: qsTr("New messages")

    Rectangle {
        implicitHeight: 1
        color: Theme.colors.accent
        opacity: 0.45
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("New")
        font: Theme.smallStrong
        color: Theme.colors.accent
    }
    Rectangle {
        implicitHeight: 1
        color: Theme.colors.accent
        opacity: 0.45
        Layout.fillWidth: true
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// Shows where the keyboard is. It fills its parent from outside and is seen only when the keyboard brought the focus.
Rectangle {
    id: ring

    required property T.Control control
    property int inset: -2

    anchors.fill: parent
    anchors.margins: inset
    visible: control.visualFocus
    radius: Theme.radiusControl - inset
    color: "transparent"
    border.width: 2
    border.color: Theme.colors.focus
    z: 1
}

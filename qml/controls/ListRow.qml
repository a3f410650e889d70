// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// A row of a list that can be pressed: its ground tells hover, selection and keyboard focus.
T.ItemDelegate {
    id: control

    property color base: Theme.colors.surface // what the list lies on
    readonly property color ground: highlighted ? Theme.colors.selection : down ? Theme.colors.pressed : hovered ? Theme.colors.hover : base

    implicitHeight: Theme.listRowHeight
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.selected: highlighted
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.ground

        FocusRing { control: control; inset: 0 }
    }
}

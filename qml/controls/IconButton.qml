// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// A button with an icon alone; its text is what assistive technology reads and what hovering shows.
T.AbstractButton {
    id: control

    required property string iconName
    property color color: Theme.colors.text2
    property int size: Theme.controlHeight

    implicitWidth: size
    implicitHeight: size
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.55
    Accessible.name: text
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.iconName
            color: control.checked ? Theme.colors.accent : control.hovered ? Theme.colors.text : control.color
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? Theme.colors.pressed : control.checked ? Theme.colors.accentSoft : control.hovered ? Theme.colors.hover : "transparent"

        FocusRing { control: control; inset: 0 }
    }

    Hint {
        item: control
        text: control.text
        asked: control.hovered && !control.down
    }
}

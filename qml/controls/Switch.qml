// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

T.Switch {
    id: control

    implicitWidth: 38
    implicitHeight: 22
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    indicator: Rectangle {
        implicitWidth: 38
        implicitHeight: 22
        radius: 11
        color: control.checked ? Theme.colors.accent : Theme.colors.sunken
        border.width: control.checked ? 0 : 1
        border.color: Theme.colors.text3

        Rectangle {
            x: 3 + control.visualPosition * (parent.width - width - 6)
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: 16
            radius: 8
            color: control.checked ? Theme.colors.accentText : Theme.colors.text3

            Behavior on x {
                enabled: !control.pressed
                NumberAnimation { duration: Theme.fast; easing.type: Theme.easing }
            }
        }
        FocusRing { control: control; radius: 13 }
    }
    contentItem: Item { }
}

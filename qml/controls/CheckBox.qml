// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// A box that is ticked or not; its name is read by assistive technology, beside it stands what it is about.
T.CheckBox {
    id: control

    property bool partly: false // some of what it stands for

    implicitWidth: 24
    implicitHeight: 28
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    indicator: Rectangle {
        x: (control.width - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        width: 18
        height: 18
        radius: Theme.space4
        color: control.checked || control.partly ? Theme.colors.accent : "transparent"
        border.width: control.checked || control.partly ? 0 : 1
        border.color: Theme.colors.text3

        Icon {
            visible: control.checked
            anchors.centerIn: parent
            name: "check"
            size: Theme.iconSmall
            color: Theme.colors.accentText
        }
        Rectangle {
            visible: control.partly && !control.checked
            anchors.centerIn: parent
            width: Theme.space8
            height: 2
            color: Theme.colors.accentText
        }
        FocusRing { control: control; radius: Theme.radiusTag }
    }
}

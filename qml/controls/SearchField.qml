// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// A field that narrows a list while one types. Escape empties it.
TextField {
    id: control

    readonly property int endPadding: clearButton.visible ? Theme.space32 : Theme.space12

    implicitHeight: Theme.controlHeight
    leftPadding: LayoutMirroring.enabled ? endPadding : Theme.space32
    rightPadding: LayoutMirroring.enabled ? Theme.space32 : endPadding
    font: Theme.label
    Keys.onEscapePressed: event => {
        event.accepted = text !== "";
        clear();
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.colors.sunken
        border.width: control.activeFocus ? 2 : Theme.highContrast ? 1 : 0
        border.color: control.activeFocus ? Theme.colors.focus : Theme.colors.control
    }

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space8 + 1
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        size: Theme.iconSmall + 1
    }
    IconButton {
        id: clearButton
        anchors.right: parent.right
        anchors.rightMargin: 3
        anchors.verticalCenter: parent.verticalCenter
        visible: control.text !== ""
        size: 26
        iconName: "x"
        text: qsTr("Clear")
        onClicked: control.clear()
    }
}

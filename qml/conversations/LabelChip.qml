// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Theme

// A label that can be taken away: by its cross, or with Delete or Backspace where the cross has the focus.
Rectangle {
    id: chip

    required property string label

    signal removed

    implicitWidth: Math.min(word.implicitWidth, 200) + Theme.space8 + cross.width + 2
    implicitHeight: 24
    radius: Theme.radiusTag
    color: Theme.colors.accentSoft
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.colors.control

    Label {
        id: word
        anchors.left: parent.left
        anchors.leftMargin: Theme.space8
        anchors.right: cross.left
        anchors.verticalCenter: parent.verticalCenter
        text: chip.label
        font: Theme.small
        color: Theme.colors.accent
    }
    T.AbstractButton {
        id: cross
        objectName: "removeLabel"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: 22
        height: 22
        focusPolicy: Qt.StrongFocus
        text: qsTr("Remove the label %1").arg(chip.label)
        Accessible.name: text
        onClicked: chip.removed()
        Keys.onReturnPressed: chip.removed()
        Keys.onEnterPressed: chip.removed()
        Keys.onDeletePressed: chip.removed()
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_Backspace;
            if (event.accepted)
                chip.removed();
        }

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "x"
                size: Theme.iconSmall
                color: cross.hovered ? Theme.colors.text : Theme.colors.accent
            }
        }
        background: Item {
            FocusRing { control: cross; inset: 0 }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Theme

// A round button over the messages, with how many came since.
T.AbstractButton {
    id: button

    required property int count

    implicitWidth: 36
    implicitHeight: 36
    focusPolicy: Qt.StrongFocus
    Accessible.name: count > 0 ? qsTr("Jump to the newest, %n new", "", count) : qsTr("Jump to the newest")
    Keys.onReturnPressed: button.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: "arrow-down"
        }
    }
    background: Rectangle {
        radius: width / 2
        color: button.hovered ? Theme.colors.hover : Theme.colors.raised
        border.width: 1
        border.color: Theme.colors.control

        FocusRing { control: button; radius: 20 }
        Badge {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.top
            count: button.count
        }
    }
}

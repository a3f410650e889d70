// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Connection
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme
import Frontdesk.Welcome

// The workspace's name, the way to jump anywhere, and the connection.
Rectangle {
    id: bar

    required property Workspace workspace
    property bool narrow: false
    readonly property alias inspector: inspector

    signal jumpRequested

    implicitHeight: Theme.topBarHeight
    color: Theme.colors.surface

    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space16 + 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space8

        Logo {
            anchors.verticalCenter: parent.verticalCenter
            size: 26
        }
        Label {
            visible: !bar.narrow
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, jump.x - x - 2 * Theme.space24)
            text: bar.workspace.label
            font: Theme.bodyStrong
        }
    }

    T.AbstractButton {
        id: jump

        readonly property real room: badge.x - Theme.space16
        readonly property real leftEdge: bar.narrow ? 64 : 220

        width: Math.min(440, room - leftEdge)
        height: Theme.controlHeight
        x: Math.max(leftEdge, Math.min((bar.width - width) / 2, room - width))
        anchors.verticalCenter: parent.verticalCenter
        focusPolicy: Qt.StrongFocus
        text: qsTr("Jump to…")
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Jump to a conversation, a person or an action")
        Keys.onReturnPressed: jump.clicked()
        onClicked: bar.jumpRequested()

        contentItem: Item {
            Icon {
                id: lens
                x: Theme.space12
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
                size: Theme.iconSmall
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                x: lens.x + lens.width + Theme.space8
                width: keys.x - x - Theme.space8
                text: bar.narrow ? jump.text : qsTr("Jump to a conversation, person or action…")
                font: Theme.label
                color: Theme.colors.text2
            }
            KeyHint {
                id: keys
                anchors.right: parent.right
                anchors.rightMargin: Theme.space8
                anchors.verticalCenter: parent.verticalCenter
                keys: qsTr("Ctrl K")
            }
        }
        background: Rectangle {
            radius: Theme.radiusControl
            color: jump.hovered ? Theme.colors.pressed : Theme.colors.sunken
            border.width: Theme.highContrast ? 1 : 0
            border.color: Theme.colors.control

            FocusRing { control: jump }
        }
    }

    ConnectionBadge {
        id: badge
        anchors.right: parent.right
        anchors.rightMargin: Theme.space16
        anchors.verticalCenter: parent.verticalCenter
        connection: bar.workspace.connection
        compact: bar.narrow
        onClicked: {
            if (inspector.visible)
                inspector.close();
            else
                inspector.open();
        }

        ConnectionInspector {
            id: inspector
            x: badge.mirrored ? 0 : badge.width - width
            y: badge.height + Theme.space12
            connection: bar.workspace.connection
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}

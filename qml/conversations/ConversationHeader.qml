// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

Rectangle {
    id: header

    required property ConversationPage page
    property bool canGoBack: false
    property bool detailsOpen: false

    readonly property bool roomy: width >= 560
    readonly property string closeText: page.closed ? qsTr("Open the conversation again") : qsTr("Close the conversation")

    signal back
    signal detailsToggled

    implicitHeight: Theme.paneHeaderHeight
    color: Theme.colors.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: header.canGoBack ? Theme.space8 : Theme.space20
        anchors.rightMargin: Theme.space12
        spacing: Theme.space12

        IconButton {
            visible: header.canGoBack
            objectName: "back"
            iconName: "arrow-left"
            text: qsTr("Back to the list")
            onClicked: header.back()
            rotation: mirrored ? 180 : 0
        }
        Avatar {
            initials: header.page.initials
            colorKey: header.page.avatarKey
            group: header.page.kind === "group"
            presence: header.page.presence
            size: Theme.avatarList - 4
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: header.page.title
                font: Theme.bodyStrong
                Accessible.role: Accessible.Heading
                Accessible.name: text
                Layout.fillWidth: true
            }
            Label {
                text: header.page.subtitle
                font: Theme.small
                color: Theme.colors.text2
                Layout.fillWidth: true
            }
        }
        Repeater {
            model: header.roomy ? Array.from(header.page.labels).slice(0, 3) : []

            Chip {
                required property string modelData

                text: modelData
                ink: Theme.colors.accent
                ground: Theme.colors.accentSoft
                Layout.maximumWidth: 120
            }
        }
        Repeater {
            model: header.page.closed ? 1 : 0

            Chip {
                objectName: "closed"
                text: qsTr("Closed")
                ink: Theme.colors.ok
                ground: Theme.colors.okSoft
            }
        }
        Row {
            Button {
                id: close
                objectName: "close"
                visible: header.roomy
                text: header.page.closed ? qsTr("Open again") : qsTr("Close")
                Accessible.name: header.closeText
                onClicked: header.page.closed = !header.page.closed

                Hint {
                    item: close
                    text: qsTr("%1 (Ctrl+Shift+E)").arg(header.closeText)
                    asked: close.hovered && !close.down
                }
            }
            IconButton {
                visible: !header.roomy
                iconName: header.page.closed ? "rotate-ccw" : "circle-check"
                text: qsTr("%1 (Ctrl+Shift+E)").arg(header.closeText)
                Accessible.name: header.closeText
                onClicked: header.page.closed = !header.page.closed
            }
        }
        IconButton {
            objectName: "conflict"
            visible: header.page.conflicts.count > 0
            iconName: "triangle-alert"
            color: Theme.colors.warn
            text: qsTr("Two values to choose from: show them")
            onClicked: {
                if (!header.detailsOpen)
                    header.detailsToggled();
            }
        }
        IconButton {
            iconName: "panel-right"
            text: header.detailsOpen ? qsTr("Close details") : qsTr("Show details")
            checked: header.detailsOpen
            onClicked: header.detailsToggled()
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}

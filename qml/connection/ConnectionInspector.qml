// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What the connection does and did, and what a person can do about it.
Popover {
    id: inspector

    required property ConnectionStatus connection
    property string part: "now" // "now", "day", "ledger" or "test"

    // The same height in every part, so that nothing jumps; less in a small window.
    readonly property int bodyHeight: Math.min(476, (parent?.Window.height ?? 900) - 250)

    // Built only while it is looked at.
    component Shown: Lazy {
        required property string part

        active: inspector.visible && inspector.part === part
        width: item ? item.width : 0
        height: item ? item.implicitHeight : 0
    }

    contentHeight: column.implicitHeight
    onAboutToShow: part = "now"
    onPartChanged: body.contentY = 0

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space12

        RowLayout {
            Label {
                text: qsTr("Connection")
                font: Theme.title
                Accessible.role: Accessible.Heading
                Accessible.name: text
                Layout.fillWidth: true
            }
            Chip {
                text: inspector.connection.stateText
                ink: inspector.connection.badgeKind === "ok" ? Theme.colors.ok
                    : inspector.connection.badgeKind === "warn" ? Theme.colors.warn : Theme.colors.error
                ground: inspector.connection.badgeKind === "ok" ? Theme.colors.okSoft
                    : inspector.connection.badgeKind === "warn" ? Theme.colors.warnSoft : Theme.colors.errorSoft
            }
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true

            Button {
                objectName: "reconnect"
                kind: inspector.connection.online ? Button.Plain : Button.Primary
                text: qsTr("Reconnect now")
                onClicked: inspector.connection.reconnectNow()
            }
            Button {
                objectName: "test"
                text: qsTr("Test the connection")
                enabled: !inspector.connection.test.running
                onClicked: {
                    inspector.part = "test";
                    inspector.connection.test.start();
                }
            }
            Button {
                id: copyButton

                property bool copied: false

                objectName: "copyReport"
                text: copied ? qsTr("Copied") : qsTr("Copy report")
                iconName: copied ? "check" : ""
                onClicked: {
                    Clipboard.copy(inspector.connection.copyReport());
                    copied = true;
                }

                Connections {
                    target: inspector
                    function onAboutToHide() { copyButton.copied = false; }
                }
            }
        }
        Segmented {
            name: qsTr("What to show")
            value: inspector.part
            options: [
                { value: "now", text: qsTr("Now") },
                { value: "day", text: qsTr("24 hours") },
                { value: "ledger", text: qsTr("Delivery") },
                { value: "test", text: qsTr("Test") }
            ]
            onChosen: value => inspector.part = value
        }
        Flickable {
            id: body

            clip: true
            contentHeight: contentItem.childrenRect.height
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: contentHeight > height
            // Beside the content, in the margin: a bar over it would cover figures.
            ScrollBar.vertical: ScrollBar {
                parent: inspector.contentItem
                x: inspector.mirrored ? -Theme.space12 : body.x + body.width + Theme.space2
                y: body.y
                height: body.height
            }
            Accessible.role: Accessible.Pane
            Accessible.name: qsTr("Connection")
            Keys.onUpPressed: contentY = Math.max(0, contentY - 48)
            Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 48))
            Layout.fillWidth: true
            Layout.preferredHeight: inspector.bodyHeight

            Shown {
                part: "now"
                NowPart { width: body.width; connection: inspector.connection }
            }
            Shown {
                part: "day"
                FlightPart { width: body.width; connection: inspector.connection }
            }
            Shown {
                part: "ledger"
                LedgerPart { width: body.width; connection: inspector.connection }
            }
            Shown {
                part: "test"
                TestPart { width: body.width; test: inspector.connection.test }
            }
            Rectangle {
                parent: body
                anchors.fill: parent
                visible: body.activeFocus
                radius: Theme.radiusControl
                color: "transparent"
                border.width: 2
                border.color: Theme.colors.focus
            }
        }
    }
}

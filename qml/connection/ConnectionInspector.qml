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

    contentHeight: column.implicitHeight
    onAboutToShow: part = "now"

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
            contentHeight: content.item ? content.item.implicitHeight : 0
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

            Lazy {
                id: content
                width: body.width
                active: inspector.visible
                content: inspector.part === "day" ? day : inspector.part === "ledger" ? ledger : inspector.part === "test" ? test : now
                onContentChanged: body.contentY = 0
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

    Component {
        id: now
        NowPart { width: content.width; connection: inspector.connection }
    }
    Component {
        id: day
        FlightPart { width: content.width; connection: inspector.connection }
    }
    Component {
        id: ledger
        LedgerPart { width: content.width; connection: inspector.connection }
    }
    Component {
        id: test
        TestPart { width: content.width; test: inspector.connection.test }
    }
}

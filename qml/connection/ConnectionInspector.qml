// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What the connection does and did, and the two things a person can do about it.
Popover {
    id: inspector

    required property ConnectionStatus connection

    component Fact: Item {
        id: fact

        required property string name
        required property string value

        visible: value !== ""
        width: parent.width
        height: words.height

        Label {
            anchors.left: parent.left
            width: 132
            text: fact.name
            font: Theme.label
            color: Theme.colors.text2
        }
        Label {
            id: words
            anchors.right: parent.right
            width: parent.width - 144
            text: fact.value
            font: Theme.label
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }

    function inkOf(kind: string): color {
        return kind === "ok" ? Theme.colors.ok : kind === "warn" ? Theme.colors.warn
            : kind === "error" ? Theme.colors.error : Theme.colors.text;
    }

    ColumnLayout {
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
                ink: inspector.inkOf(inspector.connection.badgeKind)
                ground: inspector.connection.badgeKind === "ok" ? Theme.colors.okSoft
                    : inspector.connection.badgeKind === "warn" ? Theme.colors.warnSoft : Theme.colors.errorSoft
            }
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true

            Button {
                kind: Button.Primary
                visible: !inspector.connection.online
                objectName: "reconnect"
                text: qsTr("Reconnect now")
                onClicked: inspector.connection.reconnectNow()
            }
            Button {
                visible: inspector.connection.state !== ConnectionStatus.Offline
                objectName: "goOffline"
                text: qsTr("Go offline")
                onClicked: inspector.connection.goOffline()
            }
            Button {
                id: copyButton

                property bool copied: false

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
        RowLayout {
            Label {
                text: qsTr("Round trip, last hour")
                font: Theme.small
                color: Theme.colors.text2
                Layout.fillWidth: true
            }
            Label {
                text: inspector.connection.latencySummary
                font: Theme.small
                color: Theme.colors.text2
            }
        }
        LatencyCurve {
            values: inspector.connection.latencies
            times: inspector.connection.latencyTimes
            lost: !inspector.connection.online
            Layout.fillWidth: true
        }
        Column {
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4

            Fact { name: qsTr("Server"); value: inspector.connection.server }
            Fact { name: qsTr("Transport"); value: inspector.connection.transport }
            Fact { name: qsTr("Received"); value: inspector.connection.received }
            Fact { name: qsTr("Waiting to be sent"); value: inspector.connection.waitingText }
            Fact { name: qsTr("Reconnects"); value: inspector.connection.reconnects }
            Fact { name: qsTr("Clock"); value: inspector.connection.clockSkew }
            Fact { name: qsTr("Last problem"); value: inspector.connection.lastError }
        }
        SectionTitle {
            visible: history.count > 0
            text: qsTr("What happened")
            Layout.topMargin: Theme.space4
        }
        // Figures of the font differ in width; the words behind them stand in one column all the same.
        TextMetrics {
            id: widestTime
            font: Theme.label
            text: "00:00:00"
        }
        ListView {
            id: history

            model: inspector.connection.history
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            spacing: Theme.space4
            activeFocusOnTab: true
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 132)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What happened")

            delegate: RowLayout {
                id: line

                required property string timeText
                required property string text
                required property string kind

                width: history.width
                spacing: Theme.space12
                Accessible.role: Accessible.ListItem
                Accessible.name: timeText + " " + text

                Label {
                    text: line.timeText
                    font: Theme.label
                    color: Theme.colors.text3
                    Layout.preferredWidth: Math.max(implicitWidth, widestTime.width)
                    Layout.alignment: Qt.AlignTop
                }
                Label {
                    text: line.text
                    font: Theme.label
                    color: inspector.inkOf(line.kind)
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Layout.fillWidth: true
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What the flight recorder kept of the last 24 hours.
ColumnLayout {
    id: part

    required property ConnectionStatus connection

    spacing: Theme.space12
    Component.onCompleted: connection.flight.refresh()

    RowLayout {
        spacing: Theme.space12

        Label {
            text: part.connection.flight.summary
            font: Theme.labelStrong
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Label {
            visible: part.connection.flight.longest > 0
            text: qsTr("up to %1 ms", "longest round trip").arg(part.connection.flight.longest)
            font: Theme.small
            color: Theme.colors.text2
        }
    }
    FlightBand {
        id: band
        flight: part.connection.flight
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space16
        Accessible.ignored: true
        Layout.fillWidth: true

        Repeater {
            model: [
                { kind: "online", text: qsTr("Online") },
                { kind: "trying", text: qsTr("Trying to connect") },
                { kind: "offline", text: qsTr("Offline") },
                { kind: "unknown", text: qsTr("Not running") }
            ]

            Row {
                id: key

                required property var modelData

                spacing: Theme.space4

                Item {
                    width: 14
                    height: 14
                    anchors.verticalCenter: parent.verticalCenter

                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: Math.max(1, parent.height * band.heightOf(key.modelData.kind) / band.bandHeight)
                        color: key.modelData.kind === "unknown" ? Theme.colors.control : band.groundOf(key.modelData.kind)

                        Rectangle {
                            visible: key.modelData.kind !== "unknown"
                            width: parent.width
                            height: 2
                            color: band.inkOf(key.modelData.kind)
                        }
                    }
                }
                Label {
                    text: key.modelData.text
                    font: Theme.small
                    color: Theme.colors.text2
                }
            }
        }
    }
    Label {
        visible: text !== ""
        text: part.connection.flight.problem
        font: Theme.label
        color: Theme.colors.error
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true

        Label {
            text: qsTr("For whoever looks after the server. No message, name or password is in it.")
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Button {
            id: copyJson

            property bool copied: false

            objectName: "copyJson"
            text: copied ? qsTr("Copied") : qsTr("Copy as JSON")
            iconName: copied ? "check" : "copy"
            onClicked: part.connection.flight.exportJson()

            Connections {
                target: part.connection.flight
                function onExported(json: string) {
                    Clipboard.copy(json);
                    copyJson.copied = true;
                }
            }
        }
    }
    ProblemList {
        problems: part.connection.problems
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
    }
}

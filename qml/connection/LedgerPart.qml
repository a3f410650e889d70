// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The delivery ledger: what has come, what is missing, what waits to go.
ColumnLayout {
    id: part

    required property ConnectionStatus connection

    readonly property bool complete: connection.gaps === 0

    spacing: Theme.space12

    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true

        Icon {
            name: part.complete ? "circle-check" : "triangle-alert"
            color: verdict.color
            Layout.alignment: Qt.AlignTop
        }
        Label {
            id: verdict
            text: part.complete ? qsTr("Everything that the server has sent has arrived, in order and once.")
                : qsTr("Something was lost on the way. It is fetched as soon as the server can be asked.")
            font: Theme.labelStrong
            color: part.complete ? Theme.colors.ok : Theme.colors.warn
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }
    SectionTitle {
        text: qsTr("Received")
        Layout.topMargin: Theme.space4
    }
    ColumnLayout {
        spacing: Theme.space8

        Fact { name: qsTr("Events"); value: part.connection.received }
        Fact { name: qsTr("Up to"); value: part.connection.receivedUpTo }
        Fact { name: qsTr("Lost and fetched"); value: part.connection.fetched }
        Fact { name: qsTr("Not understood"); value: part.connection.notUnderstood }
    }
    SectionTitle {
        visible: gapRows.count > 0
        text: qsTr("Missing")
        Layout.topMargin: Theme.space4
    }
    Column {
        id: missing
        visible: gapRows.count > 0
        spacing: Theme.space4
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Missing")
        Layout.fillWidth: true

        Repeater {
            id: gapRows
            model: part.connection.gapTexts

            Label {
                required property string modelData

                width: missing.width
                text: modelData
                font: Theme.label
                color: Theme.colors.warn
                wrapMode: Text.Wrap
                Accessible.role: Accessible.ListItem
                Accessible.name: text
            }
        }
    }
    SectionTitle {
        text: qsTr("To be sent")
        Layout.topMargin: Theme.space4
    }
    ColumnLayout {
        spacing: Theme.space8

        Fact { name: qsTr("Waiting"); value: part.connection.waitingText }
        Fact { name: qsTr("Refused"); value: part.connection.refused; ink: Theme.colors.error }
    }
    Label {
        text: qsTr("What you write is on this computer's disk before it is sent, and stays there until the server has it.")
        font: Theme.small
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
}

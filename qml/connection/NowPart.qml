// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The connection at this moment: how quick it is, over what, and how it came to be so.
ColumnLayout {
    id: part

    required property ConnectionStatus connection

    spacing: Theme.space12

    RowLayout {
        Label {
            text: qsTr("Round trip, last hour")
            font: Theme.small
            color: Theme.colors.text2
            Layout.fillWidth: true
        }
        Label {
            text: part.connection.latencySummary
            font: Theme.small
            color: Theme.colors.text2
        }
    }
    LatencyCurve {
        values: part.connection.latencies
        times: part.connection.latencyTimes
        lost: !part.connection.online
        Layout.fillWidth: true
    }
    ColumnLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4

        Fact { name: qsTr("Server"); value: part.connection.server }
        Fact { name: qsTr("Transport"); value: part.connection.transport }
        Fact { name: ""; value: part.connection.transportNote; ink: Theme.colors.text2 }
        Fact { name: qsTr("Heartbeat"); value: part.connection.heartbeat }
        Fact { name: qsTr("Data"); value: part.connection.traffic }
        Fact { name: qsTr("Reconnects"); value: part.connection.reconnects }
        Fact { name: qsTr("Clock"); value: part.connection.clockSkew }
        Fact { name: qsTr("Last problem"); value: part.connection.lastError; ink: Theme.colors.error }
    }
    CertificateFacts {
        visible: facts !== ""
        facts: part.connection.certificate
        Layout.fillWidth: true
    }
    HistoryList {
        history: part.connection.history
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
    }
    Button {
        visible: part.connection.state !== ConnectionStatus.Offline
        objectName: "goOffline"
        kind: Button.Quiet
        text: qsTr("Go offline")
        onClicked: part.connection.goOffline()
        Layout.alignment: Qt.AlignRight
    }
}

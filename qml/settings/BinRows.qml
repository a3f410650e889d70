// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What lies in the bin, and the way back; nothing when it is empty.
ColumnLayout {
    id: rows

    required property BinListModel bin

    visible: bin.count > 0
    spacing: 0

    Divider { Layout.fillWidth: true }
    Label {
        text: qsTr("In the bin")
        font: Theme.small
        color: Theme.colors.text2
        Layout.topMargin: Theme.space12
    }
    Repeater {
        model: rows.bin

        RowLayout {
            id: row

            required property string record
            required property string name

            spacing: Theme.space8
            Layout.fillWidth: true

            Label {
                text: row.name
                font: Theme.label
                color: Theme.colors.text2
                Layout.fillWidth: true
            }
            Button {
                objectName: "restore"
                kind: Button.Quiet
                iconName: "rotate-ccw"
                text: qsTr("Take out of the bin")
                Accessible.name: qsTr("Take “%1” out of the bin").arg(row.name)
                onClicked: rows.bin.restore(row.record)
            }
        }
    }
}

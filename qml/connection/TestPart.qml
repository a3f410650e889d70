// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The way to the server, tested step by step.
ColumnLayout {
    id: part

    required property ConnectionTestModel test

    spacing: Theme.space12

    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true

        Label {
            text: part.test.started ? part.test.summary : qsTr("Goes the whole way to the server, step by step, beside the connection. Nothing is sent in your name.")
            font: part.test.started ? Theme.labelStrong : Theme.label
            color: part.test.started && !part.test.running ? (part.test.passed ? Theme.colors.ok : Theme.colors.error) : Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
            Layout.fillWidth: true
        }
        Button {
            objectName: "testAction"
            text: part.test.running ? qsTr("Cancel") : part.test.started ? qsTr("Test again") : qsTr("Start")
            onClicked: {
                if (part.test.running)
                    part.test.cancel();
                else
                    part.test.start();
            }
        }
    }
    Column {
        id: steps
        objectName: "testSteps"
        spacing: Theme.space4
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Steps of the test")
        Layout.fillWidth: true

        Repeater {
            model: part.test

            TestRow {
                width: steps.width
            }
        }
    }
}

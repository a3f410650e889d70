// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// One column of a file: what it is called, what stands in it, and what it becomes. One row of an ImportColumnsModel.
RowLayout {
    id: row

    required property int index
    required property string heading
    required property string sample
    required property string target
    required property string targetText
    property ImportModel files: null

    spacing: Theme.space12

    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Label {
            text: row.heading === "" ? qsTr("Column %1").arg(row.index + 1) : row.heading
            font: Theme.labelStrong
            Layout.fillWidth: true
        }
        Label {
            text: row.sample === "" ? qsTr("Nothing in the first rows") : row.sample
            font: Theme.small
            color: Theme.colors.text2
            Layout.fillWidth: true
        }
    }
    Icon {
        name: "arrow-right"
        color: Theme.colors.text3
        size: Theme.iconSmall
    }
    Button {
        id: button
        objectName: "target"
        enabled: row.files.isTable
        text: row.targetText
        font: row.target === "" ? Theme.label : Theme.labelStrong
        Accessible.name: qsTr("%1 becomes: %2", "a column, a field").arg(row.heading).arg(row.targetText)
        onClicked: (targets.createObject(button) as Menu).popup(button, 0, button.height)
        Layout.preferredWidth: 180
    }

    Component {
        id: targets

        ChoiceMenu {
            options: row.files.targetChoices()
            value: row.target
            onChosen: value => row.files.setTarget(row.index, value)
            onClosed: destroy()
        }
    }
}

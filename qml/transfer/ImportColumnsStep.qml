// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// How the file is read, and what its columns become.
ColumnLayout {
    id: step

    required property ImportModel files

    spacing: Theme.space12

    component Setting: ChoiceButton {
        id: setting

        required property string name

        objectName: name
        options: step.files.choicesOf(name)
        onChosen: value => step.files.set(name, value)
    }

    Flow {
        visible: step.files.isTable
        spacing: Theme.space8
        Layout.fillWidth: true

        Setting {
            name: "delimiter"
            label: qsTr("Parted by")
            value: step.files.delimiter
        }
        Setting {
            name: "encoding"
            label: qsTr("Encoding")
            value: step.files.encoding
        }
        Setting {
            name: "numbers"
            label: qsTr("Numbers")
            value: step.files.numbers
        }
        Setting {
            name: "days"
            label: qsTr("Dates")
            value: step.files.days
        }
    }
    Label {
        objectName: "problem"
        visible: text !== ""
        text: step.files.problem
        font: Theme.label
        color: Theme.colors.error
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
        Layout.fillWidth: true
    }
    ListView {
        id: columns
        objectName: "columns"

        implicitHeight: Math.min(contentHeight, 320)
        clip: true
        spacing: Theme.space8
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: step.files.columns
        ScrollBar.vertical: ScrollBar { }
        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Columns of the file")

        delegate: ImportColumnRow {
            width: ListView.view.width - Theme.space12
            files: step.files
        }
    }
    Label {
        visible: problems.visible
        text: qsTr("Of the first rows, these cannot be imported:")
        font: Theme.labelStrong
        Layout.fillWidth: true
    }
    RowProblems {
        id: problems
        files: step.files
        implicitHeight: Math.min(contentHeight, 96)
        Layout.fillWidth: true
    }
}

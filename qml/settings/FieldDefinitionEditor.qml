// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// A defined field that is open: its name, its choices, whether it is required, and what of it has two values.
ColumnLayout {
    id: editor

    required property RecordPage page
    required property FieldListModel fields
    required property string type
    required property string choices
    required property bool needed // it is required

    spacing: Theme.space8

    SavedField {
        id: name
        objectName: "fieldName"
        value: editor.page?.title ?? ""
        version: editor.page?.version ?? 0
        maximumLength: 200
        verdict: editor.page?.problemWith("name", text) ?? ""
        Accessible.name: qsTr("Name of the field")
        onSaved: (text, seenVersion, seenValue) => editor.page.set("name", text, seenVersion, seenValue)
        Layout.fillWidth: true
    }
    ProblemLine {
        text: name.problem
        Layout.fillWidth: true
    }
    Label {
        visible: lines.visible
        text: qsTr("The choices, one a line. What records have already stays with them when a choice goes.")
        font: Theme.small
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    SavedLines {
        id: lines
        objectName: "choices"
        visible: editor.type === "choice"
        name: qsTr("Choices, one a line")
        value: editor.choices
        version: editor.page?.version ?? 0
        verdict: editor.fields.problemWithChoices(editor.type, text)
        onSaved: (text, seenVersion, seenValue) => editor.page.set("choices", text, seenVersion, seenValue)
        Layout.fillWidth: true
    }
    ProblemLine {
        text: lines.problem
        Layout.fillWidth: true
    }
    RowLayout {
        visible: editor.type !== "boolean"
        spacing: Theme.space8

        Column {
            spacing: Theme.space2
            Layout.fillWidth: true

            Label {
                width: parent.width
                text: qsTr("Required")
                font: Theme.label
            }
            Label {
                width: parent.width
                text: qsTr("A new record is asked for it, and nobody can empty it again.")
                font: Theme.small
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
        Switch {
            objectName: "required"
            text: qsTr("Required")
            checked: editor.needed
            onToggled: editor.page.set("required", checked ? "true" : "false")
        }
    }
    ConflictList {
        conflicts: editor.page?.conflicts ?? null
        Layout.fillWidth: true
    }
}

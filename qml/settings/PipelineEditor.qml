// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// A pipeline that is open: its name, its stages, and what of it has two values.
ColumnLayout {
    id: editor

    required property RecordPage page
    required property StageListModel stages

    spacing: Theme.space8

    SavedField {
        id: name
        objectName: "pipelineName"
        value: editor.page?.title ?? ""
        version: editor.page?.version ?? 0
        maximumLength: 200
        verdict: editor.page?.problemWith("name", text) ?? ""
        Accessible.name: qsTr("Name of the pipeline")
        onSaved: (text, seenVersion, seenValue) => editor.page.set("name", text, seenVersion, seenValue)
        Layout.fillWidth: true
    }
    ProblemLine {
        text: name.problem
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Deals go through the stages from the first to the last; a deal in one counts by how probable it is.")
        font: Theme.small
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    Column {
        spacing: Theme.space4
        Layout.fillWidth: true

        Repeater {
            id: rows
            model: editor.stages

            StageRow {
                width: parent?.width ?? 0
                stages: editor.stages
                version: editor.page?.version ?? 0
            }
        }
    }
    ProblemLine {
        objectName: "stagesProblem"
        text: Array.from({ length: rows.count }, (_, place) => (rows.itemAt(place) as StageRow)?.problem ?? "").find(problem => problem !== "") ?? editor.stages?.problem ?? ""
        Layout.fillWidth: true
    }
    AddRow {
        objectName: "newStage"
        placeholder: qsTr("New stage")
        enabled: !(editor.stages?.full ?? true)
        verdict: editor.stages?.problemWithName(typed) ?? ""
        onAsked: name => editor.stages.add(name)
        Layout.fillWidth: true
    }
    ConflictList {
        conflicts: editor.page?.conflicts ?? null
        Layout.fillWidth: true
    }
}

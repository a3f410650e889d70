// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// How far a trial or an import is, and what has come of it.
ColumnLayout {
    id: step

    required property ImportModel files

    readonly property bool trial: files.step === ImportModel.Trial
    readonly property bool ended: files.step === ImportModel.Finished
    readonly property string sentence: files.problem !== "" ? files.problem
        : trial ? (files.busy ? qsTr("Trying out %1; nothing is changed yet.").arg(files.fileName) : qsTr("Nothing is changed yet. This would come of %1:").arg(files.fileName))
        : !ended ? qsTr("Importing %1. You can close this and go on with something else.").arg(files.fileName)
        : files.complete ? qsTr("%1 is imported.").arg(files.fileName)
        : qsTr("The import of %1 was cancelled. What was made by then stays; going on makes the rest.").arg(files.fileName)

    spacing: Theme.space12

    Label {
        objectName: "sentence"
        text: step.sentence
        font: Theme.label
        color: step.files.problem === "" ? Theme.colors.text : Theme.colors.error
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.role: step.files.problem === "" ? Accessible.StaticText : Accessible.AlertMessage
        Accessible.name: text
        Layout.fillWidth: true
    }
    ProgressBar {
        objectName: "progress"
        visible: step.files.busy
        name: step.trial ? qsTr("Trial") : qsTr("Import")
        value: step.files.progress
        Layout.fillWidth: true
    }
    RowCounts {
        files: step.files
        trial: step.trial
        Layout.fillWidth: true
    }
    Label {
        visible: step.files.leftOut !== ""
        text: qsTr("There is no place for: %1").arg(step.files.leftOut)
        font: Theme.label
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    RowLayout {
        visible: step.files.mendFile !== ""
        spacing: Theme.space8
        Layout.fillWidth: true

        Label {
            objectName: "mend"
            text: qsTr("The wrong rows are in %1. Put them right there, and import that file.").arg(step.files.mendFile)
            font: Theme.label
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            Layout.fillWidth: true
        }
        Button {
            objectName: "openMend"
            text: qsTr("Open")
            Accessible.description: step.files.mendFile
            onClicked: Qt.openUrlExternally(step.files.mendAddress)
        }
    }
    Label {
        visible: step.trial && !step.files.busy && step.files.wrong > 0
        text: qsTr("Wrong rows cost nothing but themselves: they go into a file of their own beside this one, to be put right.")
        font: Theme.label
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    RowProblems {
        files: step.files
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// One stage of a pipeline: its place, its name, how probable a deal in it is, and whether that is the end. One row of a StageListModel.
RowLayout {
    id: row

    required property int index
    required property string stage
    required property string name
    required property int probability
    required property string kind
    required property int deals
    property StageListModel stages: null
    property int version: 0 // of the pipeline

    readonly property string problem: nameField.problem !== "" ? nameField.problem : probabilityField.problem

    spacing: Theme.space4
    z: handle.dragged ? 1 : 0
    transform: Translate { y: handle.offset }

    OrderHandle {
        id: handle
        objectName: "handle"
        name: row.name
        place: row.index
        count: row.stages?.count ?? 0
        step: row.height + Theme.space4
        onMoved: place => row.stages.moveTo(row.stage, place)
    }
    SavedField {
        id: nameField
        objectName: "stageName"
        implicitWidth: 100
        value: row.name
        version: row.version
        maximumLength: 200
        verdict: row.stages?.problemWithName(text) ?? ""
        Accessible.name: qsTr("Name of the stage")
        onSaved: (text, seenVersion, seenValue) => row.stages.rename(row.stage, text, seenVersion, seenValue)
        Layout.fillWidth: true
    }
    SavedField {
        id: probabilityField
        objectName: "probability"
        implicitWidth: 52
        leftPadding: Theme.space8
        rightPadding: Theme.space8
        horizontalAlignment: TextInput.AlignRight
        value: String(row.probability)
        version: row.version
        maximumLength: 5
        verdict: row.stages?.problemWithProbability(text) ?? ""
        Accessible.name: qsTr("How probable a deal in %1 is, per cent").arg(row.name)
        onSaved: (text, seenVersion, seenValue) => row.stages.setProbability(row.stage, text, seenVersion, seenValue)
    }
    Label {
        text: "%"
        font: Theme.label
        color: Theme.colors.text2
    }
    Button {
        id: kindButton
        objectName: "kind"
        text: Array.from(row.stages?.kinds() ?? []).find(choice => choice.value === row.kind)?.text ?? ""
        Accessible.name: qsTr("%1 is: %2", "a stage, open or won or lost").arg(row.name).arg(text)
        onClicked: (kinds.createObject(kindButton) as Menu).popup(kindButton, 0, kindButton.height + Theme.space4)
        Layout.preferredWidth: 84
    }
    IconButton {
        objectName: "remove"
        iconName: "trash-2"
        text: qsTr("Remove %1").arg(row.name)
        onClicked: row.stages.remove(row.stage)
    }

    Component {
        id: kinds

        ChoiceMenu {
            options: row.stages.kinds()
            value: row.kind
            onChosen: value => row.stages.setKind(row.stage, value)
            onClosed: destroy()
        }
    }
}

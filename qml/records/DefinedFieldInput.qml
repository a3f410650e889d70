// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A field of a new record that a manager has defined: typed, or chosen out of a few.
ColumnLayout {
    id: input

    required property Crm crm
    required property string kind
    required property string field
    required property string label
    required property string type // as in RecordFieldsModel
    required property string value

    readonly property bool choosing: type === "choice" || type === "flag"

    signal chosen(string value)
    signal accepted

    spacing: Theme.space4

    Lazy {
        active: !input.choosing
        visible: active
        implicitHeight: item?.implicitHeight ?? 0
        Layout.fillWidth: true

        FormField {
            anchors.left: parent?.left
            anchors.right: parent?.right
            label: input.label
            problem: text === "" ? "" : input.crm.problemWith(input.kind, input.field, text)
            onTextChanged: input.chosen(text)
            onAccepted: input.accepted()
        }
    }
    Label {
        visible: input.choosing
        text: input.label
        font: Theme.labelStrong
        Layout.fillWidth: true
    }
    Button {
        id: button
        objectName: "choose"
        visible: input.choosing
        text: Array.from(input.crm.choicesOf(input.kind, input.field)).find(choice => choice.value === input.value)?.text ?? qsTr("Choose")
        Accessible.name: qsTr("%1: %2").arg(input.label).arg(text)
        onClicked: (choices.createObject(button) as Menu).popup(button, 0, button.height + Theme.space4)
    }

    Component {
        id: choices

        ChoiceMenu {
            options: input.crm.choicesOf(input.kind, input.field)
            value: input.value
            onChosen: value => input.chosen(value)
            onClosed: destroy()
        }
    }
}

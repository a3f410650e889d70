// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A field that a manager has defined, and what it is to hold in all the chosen records.
Popover {
    id: editor

    required property Crm crm
    required property string kind
    required property var fields // as Crm.definedFields
    property int place: 0        // of the one that is set
    property string value: ""

    readonly property var field: fields[place]
    readonly property bool mayBeSet: value !== "" && crm.problemWith(kind, field.field, value) === ""
    readonly property bool mayBeEmpty: field.type !== "flag" && crm.problemWith(kind, field.field, "") === ""

    signal chosen(string field, string value)

    function set(value: string) {
        chosen(field.field, value);
        close();
    }

    width: Math.min(320, (parent?.Window.width ?? 320) - 2 * Theme.space16)
    onOpened: which.forceActiveFocus(Qt.PopupFocusReason)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        Button {
            id: which
            objectName: "whichField"
            text: editor.field.label
            Accessible.name: qsTr("Field: %1").arg(text)
            onClicked: (fieldMenu.createObject(which) as Menu).popup(which, 0, which.height)
            Layout.fillWidth: true
        }
        Repeater {
            model: [editor.field] // another field gets an input of its own

            DefinedFieldInput {
                required property var modelData

                objectName: "fieldValue"
                crm: editor.crm
                kind: editor.kind
                field: modelData.field
                label: qsTr("For all that are chosen")
                type: modelData.type
                value: editor.value
                onChosen: value => editor.value = value
                onAccepted: {
                    if (editor.mayBeSet)
                        editor.set(editor.value);
                }
                Layout.fillWidth: true
            }
        }
        Row {
            spacing: Theme.space8

            Button {
                objectName: "setField"
                text: qsTr("Set for all")
                enabled: editor.mayBeSet
                onClicked: editor.set(editor.value)
            }
            Button {
                objectName: "emptyField"
                visible: editor.mayBeEmpty
                text: qsTr("Empty for all")
                onClicked: editor.set("")
            }
        }
    }

    Component {
        id: fieldMenu

        ChoiceMenu {
            options: Array.from(editor.fields).map((field, place) => ({ value: String(place), text: field.label }))
            value: String(editor.place)
            onChosen: value => {
                editor.value = "";
                editor.place = Number(value);
            }
            onClosed: destroy()
        }
    }
}

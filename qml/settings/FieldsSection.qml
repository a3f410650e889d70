// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The fields that contacts, companies and deals have besides their own, one a row; the one that is open shows what changes it.
SettingsSection {
    id: section

    required property CrmSetup setup

    property string kind: "contact"
    readonly property FieldListModel fields: setup.fieldsOf(kind)

    title: qsTr("Own fields of contacts, companies and deals")

    Segmented {
        objectName: "kindOfFields"
        name: qsTr("Whose fields")
        value: section.kind
        options: [{ value: "contact", text: qsTr("Contacts") }, { value: "company", text: qsTr("Companies") }, { value: "deal", text: qsTr("Deals") }]
        onChosen: value => section.kind = value
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8
    }
    Repeater {
        id: rows
        model: section.fields

        OpenableRow {
            id: row

            required property int index
            required property string record
            required property string type
            required property string choices
            required property bool needed

            z: handle.dragged ? 1 : 0
            transform: Translate { y: handle.offset }
            lead: OrderHandle {
                id: handle
                objectName: "handle"
                name: row.name
                place: row.index
                count: rows.count
                step: row.height
                onMoved: place => section.fields.moveTo(row.record, place)
            }
            open: section.setup.page?.record === record
            onToggled: section.setup.open(open ? "" : record)
            onBinAsked: {
                section.fields.countUses(record);
                (bin.createObject(section, { record: record, name: name }) as Dialog).open();
            }
            Layout.fillWidth: true

            Lazy {
                active: row.open
                visible: active
                implicitHeight: item?.implicitHeight ?? 0
                Layout.fillWidth: true

                FieldDefinitionEditor {
                    objectName: "fieldEditor"
                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    page: section.setup.page
                    fields: section.fields
                    type: row.type
                    choices: row.choices
                    needed: row.needed
                }
            }
        }
    }
    Button {
        objectName: "newField"
        iconName: "plus"
        text: qsTr("New field…")
        onClicked: (newField.createObject(section) as Dialog).open()
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8
    }
    BinRows {
        objectName: "fieldsBin"
        bin: section.setup.deletedFields
        Layout.fillWidth: true
    }

    Component {
        id: newField

        NewFieldDialog {
            objectName: "newFieldDialog"
            fields: section.fields
            onClosed: destroy()
        }
    }
    Component {
        id: bin

        Dialog {
            id: question

            required property string record
            required property string name

            objectName: "binDialog"
            title: qsTr("Move “%1” to the bin?").arg(name)
            confirmText: qsTr("Move to the bin")
            destructive: true
            onConfirmed: section.fields.moveToBin(record)
            onClosed: destroy()

            Label {
                anchors.fill: parent
                text: (section.fields.uses < 0 ? "" : section.fields.uses === 0 ? qsTr("Nothing is written in it.") : qsTr("Something is written in it in %n record(s).", "", section.fields.uses))
                    + "\n\n" + qsTr("The field is no longer shown, asked for or exported, and nobody can write in it. What is written stays, and is there again when the field is taken out of the bin.")
                font: Theme.body
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The few fields that somebody knows of a new record; the rest is written on its page, which opens.
Dialog {
    id: dialog

    required property Crm crm
    required property string kind
    property var values: ({}) // what is known already, by field
    property var proposed: ({}) // what the fields begin with

    readonly property var asked: kind === "deal" ? [{ field: "name", label: qsTr("Name") }, { field: "value", label: qsTr("Value, such as 1200 EUR") }, { field: "expectedClose", label: qsTr("Expected close") }]
        : kind === "company" ? [{ field: "name", label: qsTr("Name") }, { field: "website", label: qsTr("Website") }]
        : [{ field: "name", label: qsTr("Name") }, { field: "emails", label: qsTr("E-mail") }, { field: "phones", label: qsTr("Phone") }, { field: "job", label: qsTr("Job") }]
    readonly property var defined: crm.definedFields(kind) // by managers
    property var typed: ({})
    readonly property bool complete: (typed.name ?? "").trim() !== "" && asked.every(entry => problemOf(entry.field, typed[entry.field] ?? "") === "")
        && Array.from(defined).every(entry => problemOf(entry.field, typed[entry.field] ?? "") === "" && (!entry.required || (typed[entry.field] ?? "") !== ""))

    signal made(string record)
    signal recordOpened(string record) // one that is there already

    // Who is there already and may be meant, while one types.
    onTypedChanged: {
        if (kind !== "deal")
            crm.candidates.look(kind, typed);
    }

    function problemOf(field: string, text: string): string {
        return text === "" ? "" : crm.problemWith(kind, field, text);
    }

    title: kind === "deal" ? qsTr("New deal") : kind === "company" ? qsTr("New company") : qsTr("New contact")
    confirmText: qsTr("Create")
    confirmEnabled: complete
    onOpened: (fields.itemAt(0) as FormField).field.forceActiveFocus()
    onAboutToHide: crm.candidates.stop()
    onConfirmed: made(crm.create(kind, Object.assign({}, values, typed)))

    Flickable {
        id: scroll
        anchors.fill: parent
        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { }

        FocusInSight { flickable: scroll }
        ColumnLayout {
            id: column
            width: scroll.width
            spacing: Theme.space12

            Repeater {
                id: fields
                model: dialog.asked

                FormField {
                    id: entry

                    required property var modelData

                    objectName: modelData.field
                    label: modelData.label
                    text: dialog.proposed[modelData.field] ?? ""
                    problem: dialog.problemOf(modelData.field, text)
                    onTextChanged: dialog.typed = Object.assign({}, dialog.typed, { [modelData.field]: text })
                    onAccepted: dialog.confirm()
                    Layout.fillWidth: true
                }
            }
            Repeater {
                model: dialog.defined

                DefinedFieldInput {
                    required property var modelData

                    objectName: modelData.field
                    crm: dialog.crm
                    kind: dialog.kind
                    field: modelData.field
                    label: modelData.required ? qsTr("%1 (required)").arg(modelData.label) : modelData.label
                    type: modelData.type
                    value: dialog.typed[modelData.field] ?? ""
                    onChosen: value => dialog.typed = Object.assign({}, dialog.typed, { [modelData.field]: value })
                    onAccepted: dialog.confirm()
                    Layout.fillWidth: true
                }
            }
            Repeater {
                model: dialog.crm.candidates

                RowLayout {
                    id: candidate

                    required property string record
                    required property string sentence

                    spacing: Theme.space8
                    Layout.fillWidth: true

                    Icon {
                        name: "users"
                        color: Theme.colors.warn
                        size: 16
                    }
                    Label {
                        objectName: "candidate"
                        text: candidate.sentence
                        font: Theme.label
                        color: Theme.colors.warn
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                        Accessible.role: Accessible.AlertMessage
                        Accessible.name: text
                        Layout.fillWidth: true
                    }
                    Button {
                        objectName: "openCandidate"
                        kind: Button.Quiet
                        text: qsTr("Open")
                        Accessible.description: candidate.sentence
                        onClicked: {
                            const record = candidate.record; // closing takes the row away
                            dialog.close();
                            dialog.recordOpened(record);
                        }
                    }
                }
            }
        }
    }
}

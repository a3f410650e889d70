// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// One record with everything about it: fields to change in place, what has two values, deals, people, tasks, notes and what happened.
Rectangle {
    id: pane

    required property Crm crm
    required property RecordPage page
    property bool canGoBack: false

    signal closed
    signal recordOpened(string record)

    // A dialog is about what was looked at when it was opened, whatever is looked at when it ends.
    function pick(field: string, kind: string) {
        page.edit(field);
        (picker.createObject(pane, { page: page, records: crm.choicesFrom(kind), field: field }) as RecordPicker).open();
    }

    function askForName() {
        (rename.createObject(pane, { page: page, seenVersion: page.version, seenName: page.title }) as Dialog).open();
    }

    function askForDeal() {
        const values = page.kind === "company" ? { company: page.avatarKey } : { contact: page.avatarKey };
        (deal.createObject(pane, { values: values }) as NewRecordDialog).open();
    }

    color: Theme.colors.surface
    onPageChanged: flickable.contentY = 0

    RecordInSight {
        page: pane.Window.visibility === Window.Hidden || pane.Window.visibility === Window.Minimized ? null : pane.page
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.margins: Theme.space16
            Layout.rightMargin: Theme.space8

            Item {
                visible: pane.page.kind !== "deal" && pane.page.kind !== "task"
                implicitWidth: Theme.avatarList
                implicitHeight: Theme.avatarList
                Layout.alignment: Qt.AlignTop

                Avatar {
                    visible: pane.page.kind === "company"
                    initials: pane.page.initials
                    colorKey: pane.page.avatarKey
                    group: true
                }
                RecordPortrait {
                    objectName: "picture"
                    visible: pane.page.kind === "contact"
                    picture: pane.page.picture
                    name: pane.page.title
                    initials: pane.page.initials
                    colorKey: pane.page.avatarKey
                }
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                Label {
                    objectName: "title"
                    text: pane.page.title
                    font: Theme.title
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                    Layout.fillWidth: true
                }
                Label {
                    visible: text !== ""
                    text: pane.page.subtitle
                    font: Theme.small
                    color: Theme.colors.text2
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Layout.fillWidth: true
                }
                Label {
                    visible: text !== ""
                    text: pane.page.picture.problem
                    font: Theme.small
                    color: Theme.colors.error
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Layout.fillWidth: true
                }
                EditorsMark {
                    text: pane.page.titleEditorsText
                    initials: ""
                    avatarKey: ""
                    Layout.fillWidth: true
                }
            }
            IconButton {
                iconName: "pencil"
                text: qsTr("Rename")
                onClicked: pane.askForName()
                Layout.alignment: Qt.AlignTop
            }
            IconButton {
                iconName: pane.page.deleted ? "rotate-ccw" : "trash-2"
                text: pane.page.deleted ? qsTr("Take out of the bin") : qsTr("Move to the bin")
                onClicked: {
                    if (pane.page.deleted)
                        pane.page.restore();
                    else
                        pane.crm.moveToBin(pane.page.record, pane.page.title);
                }
                Layout.alignment: Qt.AlignTop
            }
            IconButton {
                iconName: "x"
                text: pane.canGoBack ? qsTr("Back to the list") : qsTr("Close details")
                onClicked: pane.closed()
                Layout.alignment: Qt.AlignTop
            }
        }
        ViewersRow {
            viewers: pane.page.viewers
            text: pane.page.viewersText
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
            Layout.bottomMargin: Theme.space16
        }
        Flickable {
            id: flickable
            objectName: "parts"

            contentHeight: content.implicitHeight + Theme.space24
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true

            FocusInSight { flickable: flickable }
            ColumnLayout {
                id: content

                x: Theme.space16
                width: flickable.width - 2 * Theme.space16
                spacing: Theme.space24

                Label {
                    visible: pane.page.deleted
                    text: qsTr("This is in the bin. Nobody finds it until somebody takes it out.")
                    font: Theme.label
                    color: Theme.colors.warn
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Layout.fillWidth: true
                }
                ConflictList {
                    conflicts: pane.page.conflicts
                    Layout.fillWidth: true
                }
                RecordFields {
                    page: pane.page
                    crm: pane.crm
                    onRecordOpened: record => pane.recordOpened(record)
                    onPickerAsked: (field, kind) => pane.pick(field, kind)
                    Layout.fillWidth: true
                }
                RelatedPart {
                    visible: pane.page.kind === "contact" || pane.page.kind === "company"
                    title: qsTr("Deals")
                    records: pane.page.deals
                    addName: qsTr("Add a deal")
                    onOpened: record => pane.recordOpened(record)
                    onAddAsked: pane.askForDeal()
                    Layout.fillWidth: true
                }
                RelatedPart {
                    visible: pane.page.kind === "company"
                    title: qsTr("People")
                    records: pane.page.people
                    onOpened: record => pane.recordOpened(record)
                    Layout.fillWidth: true
                }
                TasksPart {
                    visible: pane.page.kind !== "task"
                    tasks: pane.page.tasks
                    crm: pane.crm
                    about: pane.page.record
                    begun: pane.page.begunTask
                    Layout.fillWidth: true
                }
                NotesPart {
                    page: pane.page
                    crm: pane.crm
                    onSought: note => flickable.contentY = Math.max(0, Math.min(note.mapToItem(content, 0, 0).y - Theme.space16, flickable.contentHeight - flickable.height))
                    Layout.fillWidth: true
                }
                FilesPart {
                    visible: pane.page.kind !== "task"
                    files: pane.page.files
                    crm: pane.crm
                    Layout.fillWidth: true
                }
                HistoryPart {
                    history: pane.page.history
                    Layout.fillWidth: true
                }
            }
        }
    }

    Component {
        id: picker

        RecordPicker {
            required property RecordPage page // null: it has gone since
            required property string field

            title: field === "company" ? qsTr("Company") : qsTr("Contact")
            onChosen: record => page?.set(field, record.split(":")[1] ?? "")
            onClosed: {
                page?.endEdit(field);
                destroy();
            }
        }
    }
    Component {
        id: rename

        Dialog {
            id: renameDialog

            required property RecordPage page // null: it has gone since
            required property int seenVersion
            required property string seenName

            title: qsTr("Rename")
            confirmText: qsTr("Rename")
            confirmEnabled: page?.problemWith("name", newName.text) === ""
            onConfirmed: page?.set("name", newName.text, seenVersion, seenName)
            onOpened: {
                page?.edit("name");
                newName.field.forceActiveFocus();
            }
            onClosed: {
                page?.endEdit("name");
                destroy();
            }

            FormField {
                id: newName
                anchors.left: parent.left
                anchors.right: parent.right
                label: qsTr("Name")
                text: renameDialog.seenName
                problem: text === "" ? "" : renameDialog.page?.problemWith("name", text) ?? ""
                onEdited: renameDialog.page?.edit("name")
                onAccepted: renameDialog.confirm()
            }
        }
    }
    Component {
        id: deal

        NewRecordDialog {
            crm: pane.crm
            kind: "deal"
            onClosed: destroy()
        }
    }
}

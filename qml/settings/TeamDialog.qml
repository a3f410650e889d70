// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Theme

// Makes a team, or changes one: its name and who is in it.
Dialog {
    id: dialog

    required property Workspace workspace

    property string record: "" // of the one that is changed; empty: a new one

    function make() {
        ask("", "", []);
    }

    function change(record: string, name: string, members: list<string>) {
        ask(record, name, members);
    }

    function ask(record: string, name: string, members: list<string>) {
        dialog.record = record;
        nameField.text = name;
        open();
        picker.reset();
        picker.chosen = members;
        nameField.field.forceActiveFocus();
    }

    title: record === "" ? qsTr("New team") : qsTr("Change the team")
    confirmText: record === "" ? qsTr("Make the team") : qsTr("Save")
    confirmEnabled: nameField.text.trim() !== ""
    onConfirmed: {
        if (record === "")
            workspace.teams.create(nameField.text, picker.chosen);
        else
            workspace.teams.change(record, nameField.text, picker.chosen);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        FormField {
            id: nameField
            objectName: "teamName"
            label: qsTr("Name")
            field.maximumLength: 200
            onAccepted: dialog.confirm()
            Layout.fillWidth: true
        }
        PeoplePicker {
            id: picker
            people: dialog.workspace.people
            withMe: true
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}

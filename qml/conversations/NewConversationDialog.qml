// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Theme

// One person makes a direct conversation, several make a group with a name.
Dialog {
    id: dialog

    required property Workspace workspace

    readonly property bool group: picker.chosen.length > 1

    signal started

    function ask() {
        nameField.text = "";
        open();
        picker.reset();
    }

    title: qsTr("New conversation")
    confirmText: group ? qsTr("Create group") : qsTr("Start")
    confirmEnabled: picker.chosen.length > 0 && (!group || nameField.text.trim() !== "")
    onConfirmed: {
        if (group)
            workspace.createGroup(nameField.text.trim(), picker.chosen);
        else
            workspace.startDirect(picker.chosen[0]);
        started();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        PeoplePicker {
            id: picker
            people: dialog.workspace.people
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        FormField {
            id: nameField
            objectName: "groupName"
            visible: dialog.group
            label: qsTr("Name of the group")
            help: qsTr("%n people and you", "", picker.chosen.length)
            field.maximumLength: 200
            onAccepted: dialog.confirm()
            Layout.fillWidth: true
        }
        Label {
            visible: !dialog.group
            text: picker.chosen.length === 0 ? qsTr("Choose one person, or several for a group.") : qsTr("A conversation with %1. Choose more people for a group.").arg(picker.firstChosenName)
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People

Dialog {
    id: dialog

    required property Workspace workspace
    required property ConversationPage page

    function ask() {
        open();
        picker.reset();
    }

    title: qsTr("Add people to %1").arg(page.title)
    confirmText: qsTr("Add")
    confirmEnabled: picker.chosen.length > 0
    onConfirmed: page.addMembers(picker.chosen)

    PeoplePicker {
        id: picker
        anchors.fill: parent
        people: dialog.workspace.people
        excluded: dialog.page.members
    }
}

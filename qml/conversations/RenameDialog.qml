// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

Dialog {
    id: dialog

    required property ConversationPage page

    function ask() {
        nameField.text = page.title;
        open();
        nameField.field.forceActiveFocus();
        nameField.field.selectAll();
    }

    title: qsTr("Rename the group")
    confirmText: qsTr("Rename")
    confirmEnabled: nameField.text.trim() !== "" && nameField.text.trim() !== page.title
    onConfirmed: page.rename(nameField.text.trim())

    FormField {
        id: nameField
        anchors.fill: parent
        label: qsTr("Name")
        field.maximumLength: 200
        onAccepted: dialog.confirm()
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

Dialog {
    id: dialog

    required property ConversationPage page

    // What stood here when it was opened: the change builds on that, whatever others do meanwhile.
    property int seenVersion: 0
    property string seenTitle: ""

    function ask() {
        seenVersion = page.version;
        seenTitle = page.title;
        nameField.text = page.title;
        open();
        nameField.field.forceActiveFocus();
        nameField.field.selectAll();
    }

    title: qsTr("Rename the group")
    confirmText: qsTr("Rename")
    confirmEnabled: nameField.text.trim() !== "" && nameField.text.trim() !== seenTitle
    onConfirmed: page.rename(nameField.text.trim(), seenVersion, seenTitle)

    FormField {
        id: nameField
        anchors.fill: parent
        label: qsTr("Name")
        field.maximumLength: 200
        onAccepted: dialog.confirm()
    }
}

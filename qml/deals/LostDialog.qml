// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls

// Why a deal was lost; it may be left open.
Dialog {
    id: dialog

    property bool sure: false

    signal decided(string reason) // when it is closed

    title: qsTr("Why was it lost?")
    confirmText: qsTr("Mark as lost")
    onOpened: reason.field.forceActiveFocus()
    onConfirmed: sure = true
    onClosed: {
        if (sure)
            decided(reason.text);
        destroy();
    }

    FormField {
        id: reason
        objectName: "reason"
        anchors.left: parent.left
        anchors.right: parent.right
        label: qsTr("Reason")
        placeholder: qsTr("Such as price, or no answer")
        field.maximumLength: 200
        onAccepted: dialog.confirm()
    }
}

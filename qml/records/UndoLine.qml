// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What was done last, and the way back; nothing when there is nothing to take back.
RowLayout {
    id: line

    required property Crm crm

    visible: crm.undoText !== ""
    spacing: Theme.space8

    Label {
        objectName: "undoText"
        text: line.crm.undoText
        font: Theme.label
        color: Theme.colors.text2
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
        Layout.maximumWidth: implicitWidth
        Layout.fillWidth: true
    }
    Button {
        objectName: "undo"
        kind: Button.Quiet
        text: qsTr("Undo")
        onClicked: line.crm.undo()
    }
}

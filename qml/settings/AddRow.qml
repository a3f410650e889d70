// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// The name of something new, and the button that makes it.
RowLayout {
    id: row

    required property string placeholder
    property string text: qsTr("Add")
    property string verdict: "" // what is wrong with what is typed, in words
    property int longest: 200
    readonly property alias typed: field.text

    signal asked(string name)

    function add() {
        if (!button.enabled)
            return;
        row.asked(field.text.trim());
        field.clear();
    }

    spacing: Theme.space8

    TextField {
        id: field
        objectName: "newName"
        implicitWidth: 120
        implicitHeight: Theme.controlHeight
        font: Theme.label
        placeholderText: row.placeholder
        maximumLength: row.longest
        onAccepted: row.add()
        Layout.fillWidth: true
    }
    Button {
        id: button
        objectName: "add"
        iconName: "plus"
        text: row.text
        Accessible.description: row.placeholder
        enabled: field.text.trim() !== "" && row.verdict === ""
        onClicked: row.add()
    }
}

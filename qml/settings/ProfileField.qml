// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// A line of the own profile. What is typed stays until it is saved, and builds on what stood here when typing began, whatever other devices do meanwhile.
SettingsRow {
    id: row

    required property string value
    required property int version // of the profile that has this value
    property int longest: 100
    property bool mayBeEmpty: false
    property int seenVersion: 0
    property string seenValue: ""
    property bool touched: false

    signal saved(string value, int seenVersion, string seenValue)

    readonly property string typed: field.text.trim()

    function save() {
        if (!button.enabled)
            return;
        touched = false;
        saved(typed, seenVersion, seenValue);
    }

    function show() {
        field.text = value;
        field.cursorPosition = 0; // its beginning is in sight
    }

    onValueChanged: {
        if (!touched)
            show();
    }

    TextField {
        id: field
        objectName: "field"
        implicitWidth: Math.max(120, Math.min(280, row.width * 0.45))
        implicitHeight: Theme.controlHeight
        maximumLength: row.longest
        Accessible.name: row.title
        Component.onCompleted: row.show()
        onTextEdited: {
            if (row.touched)
                return;
            row.touched = true;
            row.seenVersion = row.version;
            row.seenValue = row.value;
        }
        onAccepted: row.save()
    }
    Button {
        id: button
        objectName: "save"
        text: qsTr("Save")
        Accessible.name: qsTr("Save: %1").arg(row.title)
        enabled: (row.mayBeEmpty || row.typed !== "") && row.typed !== row.value
        onClicked: row.save()
    }
}

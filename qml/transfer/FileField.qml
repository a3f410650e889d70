// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// A file by its path, typed or chosen in the system's dialog.
RowLayout {
    id: control

    required property string label
    property string problem: ""
    property string help: ""
    property bool saves: false       // it is to be written
    property list<string> nameFilters // such as "CSV (*.csv)"
    property alias text: entry.text
    property alias field: entry.field

    signal accepted // by Enter
    signal edited
    signal chosen(string file) // in the dialog: an address

    spacing: Theme.space8

    FormField {
        id: entry
        label: control.label
        problem: control.problem
        help: control.help
        onAccepted: control.accepted()
        onEdited: control.edited()
        Layout.fillWidth: true
    }
    Button {
        objectName: "browse"
        text: qsTr("Browse…")
        Accessible.description: control.label
        onClicked: (dialog.createObject(control) as FileDialog).open()
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.space20 + Theme.space2
    }

    Component {
        id: dialog

        FileDialog {
            fileMode: control.saves ? FileDialog.SaveFile : FileDialog.OpenFile
            nameFilters: Array.from(control.nameFilters)
            onAccepted: {
                control.chosen("" + selectedFile);
                destroy();
            }
            onRejected: destroy()
        }
    }
}

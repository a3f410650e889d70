// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Frontdesk.Controls

// Chooses files of this computer.
IconButton {
    id: button

    property bool several: true
    property list<string> nameFilters // such as "Pictures (*.png)"

    signal chosen(var files) // their addresses

    iconName: "paperclip"
    text: qsTr("Attach files")
    onClicked: (dialog.createObject(button) as FileDialog).open()

    Component {
        id: dialog

        FileDialog {
            fileMode: button.several ? FileDialog.OpenFiles : FileDialog.OpenFile
            nameFilters: Array.from(button.nameFilters)
            onAccepted: {
                button.chosen(button.several ? selectedFiles : [selectedFile]);
                destroy();
            }
            onRejected: destroy()
        }
    }
}

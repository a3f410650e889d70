// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Frontdesk.Controls

// Chooses files of this computer for `owner`, whatever is shown when they are chosen. When it has gone, its dialog goes.
IconButton {
    id: button

    required property QtObject owner
    property bool several: true
    property list<string> nameFilters // such as "Pictures (*.png)"

    signal chosen(owner: QtObject, files: var) // their addresses

    iconName: "paperclip"
    text: qsTr("Attach files")
    onClicked: (dialog.createObject(button, { owner: owner }) as FileDialog).open()

    Component {
        id: dialog

        FileDialog {
            required property QtObject owner

            objectName: "attachDialog"
            fileMode: button.several ? FileDialog.OpenFiles : FileDialog.OpenFile
            nameFilters: Array.from(button.nameFilters)
            onAccepted: {
                button.chosen(owner, button.several ? selectedFiles : [selectedFile]);
                destroy();
            }
            onRejected: destroy()
            onOwnerChanged: {
                if (!owner)
                    reject();
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A file with what can be done with it: a press opens it where that is harmless, else saves it; what is not here comes first.
ListRow {
    id: chip

    required property SharedFile file
    property bool removable: false
    property bool draft: false // it has not been sent: nobody has to save it
    property string removeText: qsTr("Remove %1").arg(file.name)
    readonly property bool moving: file.state === "coming" || file.state === "going"
    readonly property string detail: file.problem !== "" ? file.problem
        : file.state === "coming" ? qsTr("%1, is being fetched").arg(file.sizeText)
        : file.state === "going" ? qsTr("%1, is being sent").arg(file.sizeText)
        : file.sizeText

    property bool asked: false // to open it, here and not where the same file stands too

    signal removed

    function save() {
        (dialog.createObject(chip, { target: file }) as FileDialog).open();
    }

    function use() {
        if (!file.mayBeOpened) {
            save();
            return;
        }
        asked = true;
        file.open();
    }

    implicitWidth: 280
    implicitHeight: contentItem.implicitHeight + 2 * Theme.space8
    leftPadding: Theme.space8
    rightPadding: Theme.space4
    Accessible.name: qsTr("File %1, %2").arg(file.name).arg(detail)
    Accessible.description: file.problem !== "" ? qsTr("Try again") : file.mayBeOpened ? qsTr("Open") : qsTr("Save as…")
    onClicked: use()

    Connections {
        target: chip.file
        function onOpenable(copy: url) {
            if (!chip.asked)
                return;
            chip.asked = false;
            Qt.openUrlExternally(copy);
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: chip.down ? Theme.colors.pressed : chip.hovered ? Theme.colors.hover : Theme.colors.raised
        border.width: 1
        border.color: chip.file.problem !== "" ? Theme.colors.error : Theme.colors.line

        FocusRing { control: chip; inset: 0 }
    }
    contentItem: RowLayout {
        spacing: Theme.space8

        Icon {
            name: chip.file.problem !== "" ? "circle-alert" : "paperclip"
            color: chip.file.problem !== "" ? Theme.colors.error : Theme.colors.text2
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            Label {
                objectName: "name"
                text: chip.file.name
                font: Theme.label
                maximumLineCount: 1
                elide: Text.ElideMiddle // the ending says what it is
                Layout.fillWidth: true
            }
            Label {
                objectName: "detail"
                text: chip.detail
                font: Theme.small
                color: chip.file.problem !== "" ? Theme.colors.error : Theme.colors.text2
                wrapMode: Text.Wrap
                maximumLineCount: 3
                Layout.fillWidth: true
            }
            Lazy {
                active: chip.moving
                visible: active
                implicitHeight: 4
                Layout.fillWidth: true

                ProgressBar {
                    objectName: "progress"
                    anchors.fill: parent
                    name: chip.file.name
                    value: chip.file.progress
                }
            }
        }
        IconButton {
            objectName: "save"
            visible: !chip.draft && chip.file.mayBeOpened
            size: 28
            iconName: "file-down"
            text: qsTr("Save as…")
            Accessible.name: qsTr("Save %1 as…").arg(chip.file.name)
            onClicked: chip.save()
        }
        IconButton {
            objectName: "remove"
            visible: chip.removable
            size: 28
            iconName: "x"
            text: chip.removeText
            onClicked: chip.removed()
        }
    }

    Component {
        id: dialog

        FileDialog {
            required property SharedFile target // null: it has gone since

            objectName: "saveDialog"
            fileMode: FileDialog.SaveFile
            selectedFile: target?.proposal ?? ""
            onAccepted: {
                target?.saveAs(selectedFile);
                destroy();
            }
            onRejected: destroy()
        }
    }
}

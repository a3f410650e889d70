// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Files
import Frontdesk.Models
import Frontdesk.Theme

// The files about a record, and a way to add more; one that is removed goes into the bin.
ColumnLayout {
    id: part

    required property RecordFilesModel files
    required property Crm crm

    spacing: Theme.space8

    RowLayout {
        spacing: Theme.space4

        SectionTitle {
            text: qsTr("Files")
            Layout.fillWidth: true
        }
        AttachButton {
            objectName: "addFiles"
            text: qsTr("Add files")
            owner: part.files
            onChosen: (model, files) => (model as RecordFilesModel).add(files)
        }
    }
    Label {
        visible: text !== ""
        objectName: "problem"
        text: part.files.problem !== "" ? part.files.problem : part.files.busy ? qsTr("The files are being copied…") : ""
        font: Theme.small
        color: part.files.problem !== "" ? Theme.colors.error : Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    Repeater {
        model: part.files

        ColumnLayout {
            id: row

            required property string record
            required property SharedFile file
            required property string detail
            required property bool waiting
            required property bool unsent

            spacing: 2
            Layout.fillWidth: true

            FileChip {
                objectName: "file"
                file: row.file
                removable: true
                removeText: row.unsent ? qsTr("Do not send %1").arg(row.file.name) : qsTr("Move %1 to the bin").arg(row.file.name)
                onRemoved: {
                    if (row.unsent)
                        part.files.callOff(row.record);
                    else
                        part.crm.moveToBin(row.record, row.file.name);
                }
                Layout.fillWidth: true
            }
            RowLayout {
                Label {
                    text: row.detail
                    font: Theme.small
                    color: Theme.colors.text2
                }
                Icon {
                    visible: row.waiting
                    name: "clock"
                    size: Theme.iconSmall
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What a table shows, into a file. Closing it stops nothing that is running.
Dialog {
    id: dialog

    required property Crm crm
    required property RecordTableModel records

    readonly property ExportModel files: crm.fileExport
    readonly property bool done: files.written >= 0

    title: files.kind === "company" ? qsTr("Export companies") : files.kind === "deal" ? qsTr("Export deals") : qsTr("Export contacts")
    width: Math.min(560, (parent ? parent.width : 580) - 2 * Theme.space16)
    onAboutToShow: files.begin(records)
    onOpened: path.field.forceActiveFocus()

    function next() {
        if (done)
            close();
        else
            files.run();
    }

    footer: RowLayout {
        spacing: Theme.space8

        Item { Layout.fillWidth: true }
        Button {
            objectName: "cancelExport"
            visible: !dialog.done
            text: qsTr("Cancel")
            onClicked: {
                if (dialog.files.running)
                    dialog.files.cancel();
                else
                    dialog.close();
            }
            Layout.bottomMargin: Theme.space20
        }
        Button {
            objectName: "export"
            kind: Button.Primary
            busy: dialog.files.running
            enabled: !busy
            text: dialog.done ? qsTr("Close") : dialog.files.replaces ? qsTr("Replace the file") : qsTr("Export")
            onClicked: {
                if (enabled)
                    dialog.next();
            }
            Layout.rightMargin: Theme.space20
            Layout.bottomMargin: Theme.space20
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        Label {
            objectName: "sentence"
            text: dialog.done ? qsTr("%n records were written to %1.", "", dialog.files.written).arg(dialog.files.path)
                              : qsTr("The %n records that are shown now, in their order.", "", dialog.records.count)
            font: Theme.label
            color: dialog.done ? Theme.colors.text : Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            Layout.fillWidth: true
        }
        FileField {
            id: path
            objectName: "file"
            visible: !dialog.done
            enabled: !dialog.files.running
            saves: true
            label: qsTr("File")
            text: dialog.files.path
            problem: dialog.files.problem
            help: dialog.files.replaces ? qsTr("This file is there already; it will be replaced.") : ""
            nameFilters: [qsTr("All files (%1)").arg("*")]
            onEdited: dialog.files.path = text
            onChosen: address => dialog.files.path = address
            onAccepted: dialog.next()
            Layout.fillWidth: true
        }
        RowLayout {
            visible: !dialog.done && dialog.files.formats.length > 1
            spacing: Theme.space12
            Layout.fillWidth: true

            Label {
                text: qsTr("Format")
                font: Theme.labelStrong
            }
            Segmented {
                objectName: "format"
                name: qsTr("Format")
                enabled: !dialog.files.running
                value: dialog.files.format
                options: dialog.files.formats
                onChosen: value => dialog.files.format = value
            }
        }
        RowLayout {
            visible: !dialog.done && dialog.files.format === "csv"
            spacing: Theme.space12
            Layout.fillWidth: true

            Label {
                text: qsTr("Columns")
                font: Theme.labelStrong
            }
            Segmented {
                objectName: "columns"
                name: qsTr("Columns")
                enabled: !dialog.files.running
                value: dialog.files.allColumns ? "all" : "shown"
                options: [{ value: "shown", text: qsTr("Those of the view") }, { value: "all", text: qsTr("All, to be imported again") }]
                onChosen: value => dialog.files.allColumns = value === "all"
            }
        }
        ProgressBar {
            visible: dialog.files.running
            name: qsTr("Export")
            value: dialog.files.progress
            Layout.fillWidth: true
        }
    }
}

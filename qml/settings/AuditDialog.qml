// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme
import Frontdesk.Transfer

// The audit log, newest first, by what, by whom and since when; and all of what is shown into a file.
Dialog {
    id: dialog

    required property Audit audit

    readonly property AuditModel entries: audit.entries
    readonly property AuditExport exported: audit.file

    title: qsTr("Audit log")
    width: Math.min(960, (parent ? parent.width : 1000) - 2 * Theme.space16)
    height: (parent ? parent.height : 700) - 2 * Theme.space24
    onAboutToShow: {
        entries.refresh();
        exported.begin();
    }

    footer: ColumnLayout {
        spacing: Theme.space8

        RowLayout {
            spacing: Theme.space8
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            Layout.bottomMargin: Theme.space20

            FileField {
                objectName: "auditFile"
                enabled: !dialog.exported.running
                saves: true
                label: qsTr("Into a file (CSV), as shown above")
                text: dialog.exported.path
                problem: dialog.exported.problem
                help: dialog.exported.running || dialog.exported.done ? qsTr("%n entries were written.", "", dialog.exported.written)
                    : dialog.exported.replaces ? qsTr("This file is there already; it will be replaced.") : ""
                nameFilters: [qsTr("CSV (%1)").arg("*.csv")]
                onEdited: dialog.exported.path = text
                onChosen: address => dialog.exported.path = address
                onAccepted: dialog.exported.run()
                Layout.fillWidth: true
            }
            Button {
                objectName: "exportAudit"
                text: dialog.exported.running ? qsTr("Cancel") : dialog.exported.replaces ? qsTr("Replace the file") : qsTr("Export")
                iconName: "file-down"
                onClicked: {
                    if (dialog.exported.running)
                        dialog.exported.cancel();
                    else
                        dialog.exported.run();
                }
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.space20 + Theme.space2
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true

            ChoiceButton {
                objectName: "auditPart"
                label: qsTr("What")
                value: dialog.entries.part
                options: [
                    { value: "", text: qsTr("Everything") },
                    { value: "access", text: qsTr("Sign-ins and roles") },
                    { value: "records", text: qsTr("Contacts, companies, deals") },
                    { value: "setup", text: qsTr("What holds for everybody") }
                ]
                onChosen: value => dialog.entries.part = value
            }
            ChoiceButton {
                objectName: "auditActor"
                label: qsTr("Who")
                value: dialog.entries.actor
                options: dialog.entries.people
                onChosen: value => dialog.entries.actor = value
            }
            ChoiceButton {
                objectName: "auditDays"
                label: qsTr("Since")
                value: "" + dialog.entries.days
                options: [
                    { value: "0", text: qsTr("The beginning") },
                    { value: "1", text: qsTr("A day ago") },
                    { value: "7", text: qsTr("A week ago") },
                    { value: "30", text: qsTr("30 days ago") },
                    { value: "365", text: qsTr("A year ago") }
                ]
                onChosen: value => dialog.entries.days = parseInt(value)
            }
        }
        ListView {
            id: list
            objectName: "auditList"
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 0 // as in a RecordTable
            model: dialog.entries
            Accessible.role: Accessible.List
            Accessible.name: dialog.title
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            onAtYEndChanged: {
                if (atYEnd && count > 0)
                    dialog.entries.showOlder();
            }

            delegate: AuditRow {
                width: ListView.view.width
            }

            EmptyState {
                anchors.fill: parent
                visible: list.count === 0
                iconName: dialog.entries.problem === "" ? "clock" : "triangle-alert"
                busy: dialog.entries.busy
                title: dialog.entries.busy ? qsTr("Reading the log…")
                    : dialog.entries.problem === "" ? qsTr("Nothing of the kind") : qsTr("The log cannot be read")
                text: dialog.entries.problem
                actionText: dialog.entries.problem === "" ? "" : qsTr("Try again")
                onTriggered: dialog.entries.refresh()
            }
        }
        Label {
            objectName: "auditProblem"
            visible: text !== "" && list.count > 0
            text: dialog.entries.problem
            font: Theme.small
            color: Theme.colors.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }
}

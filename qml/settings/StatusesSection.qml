// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// What holds for the whole workspace: what a contact's status may be, and what is to be earned in a month.
SettingsSection {
    id: section

    required property CrmSetup setup

    readonly property StatusListModel statuses: setup.statuses
    readonly property RecordPage workspace: setup.workspace

    title: qsTr("Statuses of contacts, and the target")

    Column {
        spacing: Theme.space4
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8

        Repeater {
            id: rows
            model: section.statuses

            StatusRow {
                id: row
                width: parent?.width ?? 0
                statuses: section.statuses
                version: section.workspace.version
                onRemoveAsked: {
                    section.statuses.countUses(status);
                    (question.createObject(section, { status: status, name: name }) as Dialog).open();
                }
            }
        }
    }
    ProblemLine {
        objectName: "statusesProblem"
        text: Array.from({ length: rows.count }, (_, place) => (rows.itemAt(place) as StatusRow)?.problem ?? "").find(problem => problem !== "") ?? section.statuses.problem
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
    }
    AddRow {
        objectName: "newStatus"
        placeholder: qsTr("New status")
        longest: 50
        enabled: !section.statuses.full
        verdict: section.statuses.problemWith(typed)
        onAsked: name => section.statuses.add(name)
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8
    }
    Divider { Layout.fillWidth: true }
    SettingsRow {
        objectName: "targetRow"
        title: qsTr("Revenue target of a month")
        help: qsTr("The dashboard compares with it what is won; empty: with nothing")
        problem: target.problem

        SavedField {
            id: target
            objectName: "target"
            implicitWidth: 160
            value: section.setup.revenueTarget
            version: section.workspace.version
            placeholderText: qsTr("Such as 50000 EUR")
            verdict: section.workspace.problemWith("revenueTarget", text)
            Accessible.name: qsTr("Revenue target of a month")
            onSaved: (text, seenVersion, seenValue) => section.workspace.set("revenueTarget", text, seenVersion, seenValue)
        }
    }
    ConflictList {
        conflicts: section.workspace.conflicts
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8
    }

    Component {
        id: question

        Dialog {
            id: dialog

            required property string status
            required property string name

            objectName: "removeStatusDialog"
            title: qsTr("Remove the status “%1”?").arg(name)
            confirmText: qsTr("Remove")
            destructive: true
            onConfirmed: section.statuses.remove(status)
            onClosed: destroy()

            Label {
                objectName: "uses"
                anchors.fill: parent
                text: section.statuses.uses < 0 ? "" : section.statuses.uses === 0 ? qsTr("No contact has it.")
                    : qsTr("%n contact(s) have it. They keep it until they get another one; nobody can be given it any more.", "", section.statuses.uses)
                font: Theme.body
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models

// Who sees whose contacts, companies and deals, and the teams that this goes by.
SettingsSection {
    id: section

    required property Workspace workspace

    readonly property TeamsModel teams: workspace.teams

    title: qsTr("Teams and visibility")

    SettingsRow {
        title: qsTr("Who sees whose contacts and deals")
        help: qsTr("Contacts, companies and deals that belong to somebody, and what is about them. Managers and admins see all, and everybody sees what is nobody's.")

        Segmented {
            objectName: "visibility"
            name: qsTr("Who sees whose contacts and deals")
            enabled: section.teams.mayChangeVisibility
            value: section.teams.visibility
            options: [
                { value: "everyone", text: qsTr("Everybody") },
                { value: "team", text: qsTr("Their team") },
                { value: "owner", text: qsTr("Their owner") }
            ]
            onChosen: value => section.teams.setVisibility(value)
        }
    }
    Repeater {
        model: section.teams

        ColumnLayout {
            id: team

            required property string record
            required property string name
            required property string membersText

            spacing: 0
            Layout.fillWidth: true

            Divider { Layout.fillWidth: true }
            SettingsRow {
                title: team.name
                help: team.membersText

                IconButton {
                    objectName: "editTeam"
                    visible: section.teams.mayChange
                    iconName: "pencil"
                    text: qsTr("Change %1").arg(team.name)
                    onClicked: dialog.change(team.record, team.name, section.teams.membersOf(team.record))
                }
                IconButton {
                    objectName: "removeTeam"
                    visible: section.teams.mayChange
                    iconName: "trash-2"
                    text: qsTr("Remove %1").arg(team.name)
                    onClicked: section.teams.moveToBin(team.record)
                }
            }
        }
    }
    Divider {
        visible: section.teams.mayChange
        Layout.fillWidth: true
    }
    SettingsRow {
        visible: section.teams.mayChange
        title: section.teams.count === 0 ? qsTr("There are no teams yet") : qsTr("Another team")
        help: qsTr("People of one team see what belongs to each other when that is chosen above")

        Button {
            objectName: "newTeam"
            text: qsTr("New team")
            iconName: "plus"
            onClicked: dialog.make()
        }
    }

    TeamDialog {
        id: dialog
        objectName: "teamDialog"
        workspace: section.workspace
    }
}

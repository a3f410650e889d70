// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The places of a workspace, and oneself at the bottom.
Rectangle {
    id: rail

    required property Workspace workspace
    required property string place // "inbox", "team", "contacts", "deals", "dashboard", "activity" or "settings"

    signal chosen(string place)

    implicitWidth: Theme.railWidth
    color: Theme.colors.rail

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.space8
        anchors.bottomMargin: Theme.space12
        spacing: Theme.space4

        RailButton {
            text: qsTr("Inbox")
            iconName: "inbox"
            count: rail.workspace.totalUnread
            checked: rail.place === "inbox"
            onClicked: rail.chosen("inbox")
            Layout.alignment: Qt.AlignHCenter
        }
        RailButton {
            text: qsTr("Team")
            iconName: "users"
            checked: rail.place === "team"
            onClicked: rail.chosen("team")
            Layout.alignment: Qt.AlignHCenter
        }
        RailButton {
            text: qsTr("Contacts")
            iconName: "contact"
            checked: rail.place === "contacts"
            onClicked: rail.chosen("contacts")
            Layout.alignment: Qt.AlignHCenter
        }
        RailButton {
            text: qsTr("Deals")
            iconName: "kanban"
            checked: rail.place === "deals"
            onClicked: rail.chosen("deals")
            Layout.alignment: Qt.AlignHCenter
        }
        RailButton {
            text: qsTr("Dashboard")
            iconName: "chart-column"
            checked: rail.place === "dashboard"
            onClicked: rail.chosen("dashboard")
            Layout.alignment: Qt.AlignHCenter
        }
        RailButton {
            text: qsTr("Activity")
            iconName: "activity"
            checked: rail.place === "activity"
            onClicked: rail.chosen("activity")
            Layout.alignment: Qt.AlignHCenter
        }
        RailButton {
            text: qsTr("Settings")
            iconName: "settings"
            checked: rail.place === "settings"
            onClicked: rail.chosen("settings")
            Layout.alignment: Qt.AlignHCenter
        }
        Item { Layout.fillHeight: true }
        T.AbstractButton {
            id: me

            implicitWidth: Theme.avatarList + 8
            implicitHeight: Theme.avatarList + 8
            focusPolicy: Qt.StrongFocus
            text: rail.workspace.myName
            Layout.alignment: Qt.AlignHCenter
            Accessible.name: qsTr("%1, change how others see you").arg(rail.workspace.myName)
            Keys.onReturnPressed: me.clicked()
            Keys.onEnterPressed: me.clicked()
            onClicked: {
                menu = presenceMenu.createObject(me) as PresenceMenu;
                menu.popup(me, me.width, me.height - menu.implicitHeight);
            }

            property PresenceMenu menu: null

            contentItem: Item {
                Avatar {
                    anchors.centerIn: parent
                    initials: rail.workspace.myInitials
                    colorKey: rail.workspace.myId
                    presence: rail.workspace.shownPresence
                    ground: Theme.colors.rail
                }
            }
            background: Rectangle {
                radius: width / 2
                color: me.hovered ? Theme.colors.pressed : "transparent"

                FocusRing { control: me; radius: width / 2; inset: 0 }
            }
            ToolTip {
                visible: me.hovered && !me.menu
                text: me.text
                x: me.width + Theme.space4
                y: (me.height - height) / 2
            }
            Component {
                id: presenceMenu

                PresenceMenu {
                    workspace: rail.workspace
                    onClosed: destroy()
                }
            }
        }
    }
}

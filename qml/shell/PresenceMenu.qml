// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// What others are told about oneself.
Menu {
    id: menu

    required property Workspace workspace

    MenuItem {
        text: qsTr("Online")
        presence: "online"
        checkable: true
        checked: menu.workspace.ownPresence === presence
        onTriggered: menu.workspace.ownPresence = presence
    }
    MenuItem {
        text: qsTr("Away")
        presence: "away"
        checkable: true
        checked: menu.workspace.ownPresence === presence
        onTriggered: menu.workspace.ownPresence = presence
    }
    MenuItem {
        text: qsTr("Do not disturb")
        presence: "dnd"
        checkable: true
        checked: menu.workspace.ownPresence === presence
        onTriggered: menu.workspace.ownPresence = presence
    }
}

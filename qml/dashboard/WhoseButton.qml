// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Whose figures the dashboard shows: those of everybody, of a team, or of one person.
Button {
    id: button

    required property DashboardModel dashboard

    iconName: dashboard.whose === "" || dashboard.whose.startsWith("team:") ? "users" : "user"
    text: dashboard.whoseText
    Accessible.name: qsTr("Whose figures: %1").arg(text)
    onClicked: (choices.createObject(button) as Menu).popup(button, 0, button.height + Theme.space4)

    Component {
        id: choices

        Menu {
            id: menu
            objectName: "whoseMenu"
            onClosed: destroy()

            Instantiator {
                model: button.dashboard.whoseChoices
                onObjectAdded: (index, object) => menu.insertItem(index, object as MenuItem)
                onObjectRemoved: (index, object) => menu.removeItem(object as MenuItem)

                MenuItem {
                    required property var modelData

                    iconName: modelData.kind === "person" ? "user" : "users"
                    text: modelData.text
                    Accessible.name: modelData.kind === "team" ? qsTr("Team %1").arg(text) : text
                    checkable: true
                    checked: button.dashboard.whose === modelData.value
                    onTriggered: button.dashboard.whose = modelData.value
                }
            }
        }
    }
}

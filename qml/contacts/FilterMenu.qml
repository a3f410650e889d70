// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// One value of a field that a table is narrowed to, or all of them.
Menu {
    id: menu

    required property Crm crm
    required property RecordTableModel records
    required property string kind
    required property string field

    Instantiator {
        model: menu.crm.choicesOf(menu.kind, menu.field)
        onObjectAdded: (index, object) => menu.insertItem(index, object)
        onObjectRemoved: (index, object) => menu.removeItem(object)

        MenuItem {
            required property var modelData

            text: modelData.text
            checked: menu.records.filterOf(menu.field) === modelData.value
            onTriggered: menu.records.filterBy(menu.field, modelData.value)
        }
    }
    MenuItem {
        text: qsTr("All")
        checked: menu.records.filterOf(menu.field) === ""
        onTriggered: menu.records.filterBy(menu.field, "")
    }
}

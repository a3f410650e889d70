// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// Which columns a table has; a press shows one more or takes one away.
Menu {
    id: columns

    required property RecordTableModel records

    Instantiator {
        model: columns.records.columnChoices()
        onObjectAdded: (index, object) => columns.insertItem(index, object)
        onObjectRemoved: (index, object) => columns.removeItem(object)

        MenuItem {
            required property var modelData

            text: modelData.text
            checkable: true
            checked: modelData.shown
            onTriggered: columns.records.showColumn(modelData.value, checked)
        }
    }
}

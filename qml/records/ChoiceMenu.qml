// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls

// One out of several, each { value, text }; the present one is ticked.
Menu {
    id: choices

    required property var options
    property string value: ""

    signal chosen(string value)

    Instantiator {
        model: choices.options
        onObjectAdded: (index, object) => choices.insertItem(index, object)
        onObjectRemoved: (index, object) => choices.removeItem(object)

        MenuItem {
            required property var modelData

            text: modelData.text
            checked: choices.value === modelData.value
            onTriggered: choices.chosen(modelData.value)
        }
    }
}

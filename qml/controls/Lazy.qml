// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Builds its content only while it is active, and fills it. (A Loader cannot create bound components in Qt 6.4; a Repeater can.)
Item {
    id: lazy

    property bool active: true
    property Item item: null // the content, null while there is none
    default property alias content: repeater.delegate

    Repeater {
        id: repeater
        model: lazy.active ? 1 : undefined // with 0 it would make a model all the same
        onItemAdded: (index, item) => lazy.item = item
        onItemRemoved: lazy.item = null
    }
}

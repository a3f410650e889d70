// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// A value in a table; a status as a chip.
Item {
    id: cell

    required property string text
    property string statusColor: "" // empty: it is no status

    Label {
        visible: cell.statusColor === ""
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - Theme.space12
        text: cell.text
        font: Theme.label
        color: Theme.colors.text2
    }
    Lazy {
        active: cell.statusColor !== "" && cell.text !== ""
        anchors.fill: parent

        StatusChip {
            anchors.verticalCenter: parent?.verticalCenter
            tone: cell.statusColor
            text: cell.text
        }
    }
}

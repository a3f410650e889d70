// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// A value in a table; a status as a chip.
Item {
    id: cell

    required property string text
    property bool isStatus: false
    property string statusColor: ""

    Label {
        visible: !cell.isStatus
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - Theme.space12
        text: cell.text
        font: Theme.label
        color: Theme.colors.text2
    }
    Lazy {
        active: cell.isStatus
        anchors.fill: parent

        StatusChip {
            visible: cell.text !== ""
            anchors.verticalCenter: parent?.verticalCenter
            tone: cell.statusColor
            text: cell.text
        }
    }
}

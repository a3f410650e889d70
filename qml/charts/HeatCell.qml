// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// One cell of a heat map. Where more contrast is asked for it also grows with its level, so that colour is not alone.
Item {
    id: cell

    required property int level // 0 to Theme.colors.heat.length - 1

    readonly property real part: Theme.highContrast ? level / (Theme.colors.heat.length - 1) : 1

    Rectangle {
        visible: Theme.highContrast
        anchors.fill: parent
        radius: Math.min(4, height / 4)
        color: "transparent"
        border.width: 1
        border.color: Theme.colors.chartGrid
    }
    Rectangle {
        anchors.centerIn: parent
        width: parent.width * cell.part
        height: parent.height * cell.part
        radius: Math.min(4, height / 4)
        color: Theme.colors.heat[cell.level]
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// The lines behind a chart with their values, and the categories below it.
Item {
    id: grid

    required property PlotGeometry geometry
    required property ChartFigures figures
    property bool mirrored: false
    property bool large: false
    property int current: -1 // the category being read

    Repeater {
        model: grid.geometry.ticks.length

        Item {
            id: tick

            required property int index

            y: Math.round(grid.geometry.ticks[index] ?? 0)
            width: grid.width

            Rectangle {
                x: grid.geometry.plot.x
                width: grid.geometry.plot.width
                height: 1
                color: Math.abs(tick.y - grid.geometry.zero) < 1 ? Theme.colors.chartZero : Theme.colors.chartGrid
            }
            Label {
                x: grid.mirrored ? grid.width - width : 0
                y: -height / 2
                text: grid.geometry.tickTexts[tick.index] ?? ""
                font: grid.large ? Theme.wall : Theme.caption
                color: Theme.colors.text2
            }
        }
    }
    Repeater {
        model: grid.figures

        Label {
            required property int index
            required property string category

            readonly property real place: grid.geometry.places[index] ?? 0

            visible: index % grid.geometry.labelStep === 0
            x: Math.max(0, Math.min(grid.width - width, place - width / 2))
            y: grid.height - height
            text: category
            font: index === grid.current ? (grid.large ? Theme.wallStrong : Theme.captionStrong) : (grid.large ? Theme.wall : Theme.caption)
            color: index === grid.current ? Theme.colors.text : Theme.colors.text2
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// How much there is by two things: each series (a weekday) a row, each category (an hour) a cell, the more the stronger.
Chart {
    id: chart

    readonly property rect currentCell: geometry.cell.width > 0 && cursor.category >= 0 ? geometry.cellOf(cursor.series, cursor.category) : Qt.rect(0, 0, 0, 0)

    implicitWidth: 480
    implicitHeight: Math.max(1, figures?.seriesCount ?? 1) * 22 + 20
    markKind: "heat"
    cursor.single: true
    Keys.onLeftPressed: chart.cursor.step(chart.mirrored ? 1 : -1)
    Keys.onRightPressed: chart.cursor.step(chart.mirrored ? -1 : 1)
    Keys.onUpPressed: chart.cursor.stepSeries(-1)
    Keys.onDownPressed: chart.cursor.stepSeries(1)

    Item {
        anchors.fill: parent

        HeatGeometry {
            id: geometry
            figures: chart.figures
            width: chart.width
            height: chart.height
            font: chart.font
            mirrored: chart.mirrored
            steps: Theme.colors.heat.length - 1
        }
        Repeater {
            model: chart.figures?.names.length ?? 0

            Label {
                required property int index

                x: chart.mirrored ? parent.width - width : 0
                y: geometry.plot.y + index * (geometry.cell.height + geometry.gap) + (geometry.cell.height - height) / 2
                text: chart.figures?.names[index] ?? ""
                font: chart.font
                color: Theme.colors.text2
            }
        }
        Grid {
            id: cells
            x: geometry.plot.x
            y: geometry.plot.y
            columns: Math.max(1, chart.figures?.count ?? 1)
            spacing: geometry.gap
            layoutDirection: chart.mirrored ? Qt.RightToLeft : Qt.LeftToRight
            LayoutMirroring.enabled: false // or it would be turned around twice

            Repeater {
                model: (chart.figures?.seriesCount ?? 0) * (chart.figures?.count ?? 0)

                HeatCell {
                    required property int index

                    objectName: "cell" + index
                    width: geometry.cell.width
                    height: geometry.cell.height
                    level: geometry.levels[index] ?? 0
                }
            }
        }
        Repeater {
            model: chart.figures

            Label {
                required property int index
                required property string category

                readonly property real middle: geometry.places[index] ?? 0

                visible: index % geometry.labelStep === 0
                x: Math.max(0, Math.min(parent.width - width, middle - width / 2))
                y: parent.height - height
                text: category
                font: chart.font
                color: Theme.colors.text2
            }
        }
        Rectangle {
            objectName: "cursor"
            visible: chart.cursor.category >= 0
            x: chart.currentCell.x - 2
            y: chart.currentCell.y - 2
            width: chart.currentCell.width + 4
            height: chart.currentCell.height + 4
            radius: Theme.radiusTag
            color: "transparent"
            border.width: 2
            border.color: Theme.colors.text
        }
        Lazy {
            z: 2
            anchors.fill: parent
            active: chart.cursor.category >= 0

            ChartReading {
                readonly property real above: chart.currentCell.y - height - Theme.space8

                y: above >= 0 ? above : chart.currentCell.y + chart.currentCell.height + Theme.space8
                cursor: chart.cursor
                at: chart.currentCell.x + chart.currentCell.width / 2
                mirrored: chart.mirrored
                kind: chart.markKind
            }
        }
        HoverHandler {
            onPointChanged: {
                if (hovered)
                    chart.cursor.read(geometry.seriesAt(point.position.y), geometry.categoryAt(point.position.x));
            }
            onHoveredChanged: {
                if (!hovered)
                    chart.cursor.end();
            }
        }
        TapHandler {
            onTapped: point => {
                chart.cursor.read(geometry.seriesAt(point.position.y), geometry.categoryAt(point.position.x));
                chart.pick();
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// Values side by side as columns, the target as a mark across each category. A delta moves outlines; nothing is built anew.
Chart {
    id: chart

    readonly property real cursorX: geometry.places[cursor.category] ?? 0

    implicitWidth: 480
    implicitHeight: 220
    markKind: "block"
    Keys.onLeftPressed: chart.cursor.step(chart.mirrored ? 1 : -1)
    Keys.onRightPressed: chart.cursor.step(chart.mirrored ? -1 : 1)

    Item {
        anchors.fill: parent

        PlotGeometry {
            id: geometry
            figures: chart.figures
            width: chart.width
            height: chart.height
            font: chart.font
            mirrored: chart.mirrored
            columns: true
            target: chart.target
        }
        Rectangle {
            readonly property real band: geometry.plot.width / Math.max(1, chart.figures?.count ?? 1)

            objectName: "cursor"
            visible: chart.cursor.category >= 0
            x: chart.cursorX - band / 2
            y: geometry.plot.y
            width: band
            height: geometry.plot.height
            radius: Theme.radiusTag
            color: Theme.colors.hover
        }
        PlotGrid {
            anchors.fill: parent
            geometry: geometry
            figures: chart.figures
            mirrored: chart.mirrored
            large: chart.large
            current: chart.cursor.category
        }
        Repeater {
            model: chart.figures?.seriesCount ?? 0

            SmoothShape {
                id: columns

                required property int index
                readonly property bool isTarget: index === chart.target
                readonly property color ink: isTarget ? Theme.colors.target : Theme.colors.series[index % Theme.colors.series.length]

                objectName: "columns" + index
                anchors.fill: parent
                z: isTarget ? 1 : 0

                ShapePath {
                    strokeColor: columns.isTarget ? columns.ink : "transparent"
                    strokeWidth: columns.isTarget ? 2 : 0
                    capStyle: ShapePath.FlatCap
                    fillColor: columns.isTarget ? "transparent" : columns.ink

                    PathMultiline { paths: geometry.paths[columns.index] ?? [] }
                }
            }
        }
        Lazy {
            z: 2
            anchors.fill: parent
            active: chart.cursor.category >= 0

            ChartReading {
                y: geometry.plot.y
                cursor: chart.cursor
                at: chart.cursorX
                mirrored: chart.mirrored
                target: chart.target
                kind: chart.markKind
            }
        }
        HoverHandler {
            onPointChanged: {
                if (hovered)
                    chart.cursor.read(0, geometry.categoryAt(point.position.x));
            }
            onHoveredChanged: {
                if (!hovered)
                    chart.cursor.end();
            }
        }
        TapHandler {
            onTapped: point => {
                chart.cursor.read(0, geometry.categoryAt(point.position.x));
                chart.pick();
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// Values over time as lines, the first with its area, the target dotted. A delta moves points; nothing is built anew.
Chart {
    id: chart

    property bool filled: true

    readonly property real cursorX: geometry.places[cursor.category] ?? 0

    implicitWidth: 480
    implicitHeight: 220
    markKind: "line"
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
            target: chart.target
            current: chart.cursor.category
        }
        PlotGrid {
            anchors.fill: parent
            geometry: geometry
            figures: chart.figures
            mirrored: chart.mirrored
            large: chart.large
            current: chart.cursor.category
        }
        SmoothShape {
            visible: chart.filled
            anchors.fill: parent

            ShapePath {
                strokeColor: "transparent"
                fillColor: Theme.colors.chartArea

                PathMultiline { paths: geometry.areas[0] ?? [] }
            }
        }
        Repeater {
            model: chart.figures?.seriesCount ?? 0

            SmoothShape {
                id: line

                required property int index
                readonly property bool isTarget: index === chart.target

                objectName: "line" + index
                anchors.fill: parent

                ShapePath {
                    strokeColor: line.isTarget ? Theme.colors.target : Theme.colors.series[line.index % Theme.colors.series.length]
                    strokeWidth: chart.large ? 4 : Theme.highContrast ? 3 : 2
                    strokeStyle: line.isTarget || line.index > 0 ? ShapePath.DashLine : ShapePath.SolidLine
                    dashPattern: line.isTarget ? [1, 2] : [5, 2]
                    fillColor: "transparent"
                    joinStyle: ShapePath.RoundJoin
                    capStyle: line.isTarget || line.index > 0 ? ShapePath.FlatCap : ShapePath.RoundCap

                    PathMultiline { paths: geometry.paths[line.index] ?? [] }
                }
            }
        }
        Rectangle {
            objectName: "cursor"
            visible: chart.cursor.category >= 0
            x: Math.round(chart.cursorX)
            y: geometry.plot.y
            width: 1
            height: geometry.plot.height
            color: Theme.colors.text3
        }
        Repeater {
            model: geometry.currentPoints.length

            Rectangle {
                required property int index
                readonly property real place: geometry.currentPoints[index] ?? NaN

                objectName: "dot" + index

                visible: !isNaN(place)
                x: chart.cursorX - width / 2
                y: isNaN(place) ? 0 : place - height / 2
                width: 9
                height: 9
                radius: width / 2
                color: index === chart.target ? Theme.colors.target : Theme.colors.series[index % Theme.colors.series.length]
                border.width: 2
                border.color: Theme.colors.surface
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

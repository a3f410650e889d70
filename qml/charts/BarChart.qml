// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// Values below each other as bars with their words: a funnel, owners, reasons. A second series (the period before, a target) is a mark on the bar.
// Values below zero have no bar, only words. More rows than there is room for are scrolled.
Chart {
    id: chart

    property color ink: Theme.colors.series[0]

    readonly property int rowHeight: large ? Theme.chartRowHeightWall : Theme.chartRowHeight

    function step(by: int) {
        cursor.step(by);
        rows.positionViewAtIndex(cursor.category, ListView.Contain);
    }

    implicitWidth: 320
    implicitHeight: Math.max(1, figures?.count ?? 1) * rowHeight
    markKind: "bar"
    Keys.onUpPressed: chart.step(-1)
    Keys.onDownPressed: chart.step(1)

    ListView {
        id: rows
        anchors.fill: parent
        clip: contentHeight > height
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        model: chart.figures
        T.ScrollBar.vertical: ScrollBar { }
        delegate: Item {
            id: row

            required property int index
            required property string category
            required property list<string> cells
            required property list<real> shares

            // Moves to a new value instead of jumping to it, and does not when the window changes its size.
            property real share: shares[0] ?? 0

            objectName: "row" + index
            width: rows.width
            height: chart.rowHeight
            Accessible.ignored: true // said by the chart

            Behavior on share {
                enabled: row.visible && Theme.normal > 0
                NumberAnimation { duration: Theme.normal; easing.type: Theme.easing }
            }
            Rectangle {
                visible: row.index === chart.cursor.category
                anchors.fill: parent
                anchors.leftMargin: -Theme.space8
                anchors.rightMargin: -Theme.space8
                radius: Theme.radiusControl
                color: Theme.colors.hover
            }
            Label {
                anchors.left: parent.left
                anchors.right: value.left
                anchors.rightMargin: Theme.space8
                y: Theme.space4
                text: row.category
                font: chart.large ? Theme.wall : Theme.label
            }
            Label {
                id: value
                anchors.right: parent.right
                y: Theme.space4
                text: row.cells[0] ?? ""
                font: chart.large ? Theme.wall : Theme.label
                color: Theme.colors.text2
            }
            Rectangle {
                id: track
                anchors.left: parent.left
                anchors.right: parent.right
                y: parent.height - height - Theme.space12
                height: chart.large ? 14 : 8
                radius: Theme.space2
                color: Theme.colors.chartTrack
                border.width: Theme.highContrast ? 1 : 0
                border.color: Theme.colors.chartGrid

                Rectangle {
                    objectName: "bar"
                    anchors.left: parent.left
                    width: parent.width * row.share
                    height: parent.height
                    radius: parent.radius
                    color: chart.ink
                }
                Rectangle {
                    objectName: "mark"
                    readonly property real at: (parent.width - width) * (row.shares[1] ?? 0)

                    visible: chart.several
                    x: chart.mirrored ? parent.width - width - at : at
                    y: -3
                    width: 2
                    height: parent.height + 6
                    color: Theme.colors.target
                }
            }
            HoverHandler {
                onHoveredChanged: {
                    if (hovered)
                        chart.cursor.read(0, row.index);
                    else if (chart.cursor.category === row.index)
                        chart.cursor.end();
                }
            }
            TapHandler {
                onTapped: {
                    chart.cursor.read(0, row.index);
                    chart.pick();
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// The figures of a chart as rows and columns, from the very object that the chart draws.
Item {
    id: table

    required property ChartFigures figures
    property string title: ""
    property bool picks: false
    property bool large: false

    // As Chart.picked; a row stands for its category in all series.
    signal picked(int series, int category)

    readonly property int rowHeight: large ? Theme.chartTableRowHeightWall : Theme.chartTableRowHeight
    readonly property real cellWidth: Math.min(large ? 180 : 120, (width - 80) / Math.max(1, figures?.seriesCount ?? 1))

    function focusRows(reason: int) {
        rows.forceActiveFocus(reason);
    }

    component Cell: Label {
        horizontalAlignment: Text.AlignRight
        font: table.large ? Theme.wall : Theme.label
        leftPadding: Theme.space8
        rightPadding: Theme.space8
        Layout.preferredWidth: table.cellWidth
    }

    implicitWidth: 320
    implicitHeight: header.height + (figures?.count ?? 0) * rowHeight

    RowLayout {
        id: header
        visible: (table.figures?.seriesCount ?? 0) > 1
        width: parent.width
        height: visible ? table.rowHeight : 0
        spacing: 0

        Item { Layout.fillWidth: true }
        Repeater {
            model: table.figures?.names.length ?? 0

            Cell {
                required property int index

                text: table.figures?.names[index] ?? ""
                font: table.large ? Theme.wallStrong : Theme.smallStrong
                color: Theme.colors.text2
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: text
            }
        }
    }
    ListView {
        id: rows
        objectName: "rows"
        y: header.height
        width: parent.width
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        currentIndex: -1
        model: table.figures
        Accessible.role: Accessible.Table
        Accessible.name: table.title === "" ? qsTr("Table") : qsTr("%1, as a table").arg(table.title)
        T.ScrollBar.vertical: ScrollBar { }
        onActiveFocusChanged: {
            if (activeFocus && currentIndex < 0)
                currentIndex = 0;
        }
        Keys.onReturnPressed: {
            if (table.picks && rows.currentIndex >= 0)
                table.picked(-1, rows.currentIndex);
        }
        delegate: Rectangle {
            id: row

            required property int index
            required property string category
            required property list<string> cells
            required property string spoken
            readonly property bool current: ListView.isCurrentItem && rows.activeFocus

            objectName: "row" + index
            width: rows.width
            height: table.rowHeight
            radius: Theme.radiusTag
            color: current ? Theme.colors.selection : "transparent"
            border.width: current ? 2 : 0
            border.color: Theme.colors.focus
            Accessible.role: Accessible.Row
            Accessible.name: spoken
            Accessible.focusable: true
            Accessible.focused: current

            Rectangle {
                visible: !row.current
                y: parent.height - height
                width: parent.width
                height: 1
                color: Theme.colors.chartGrid
            }
            RowLayout {
                anchors.fill: parent
                spacing: 0

                Label {
                    text: row.category
                    font: table.large ? Theme.wall : Theme.label
                    leftPadding: Theme.space8
                    rightPadding: Theme.space8
                    Layout.fillWidth: true
                    Layout.minimumWidth: 72
                }
                Repeater {
                    model: table.figures?.seriesCount ?? 0

                    Cell {
                        required property int index

                        objectName: "cell" + index
                        text: row.cells[index] ?? ""
                    }
                }
            }
            TapHandler {
                onTapped: {
                    rows.currentIndex = row.index;
                    rows.forceActiveFocus(Qt.MouseFocusReason);
                    if (table.picks)
                        table.picked(-1, row.index);
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Charts
import Frontdesk.Theme

// What frames show without figures, charts with few or odd ones, and tiles for a wall.
Rectangle {
    id: sheet

    readonly property ChartFigures nothing: ChartFigures { }
    readonly property ChartFigures several: ChartFigures {
        categories: ["08", "09", "10", "11", "12", "13", "14", "15", "16"]
        names: ["Lena", "Jonas", "Amira", "Piotr", "Chen"]
        values: [[2, 6, 9, 8, 4, 7, 9, 5, 3], [1, 3, 4, 6, 6, 4, 5, 3, 1], [4, 4, null, null, 5, 6, 4, 2, 2], [0, 1, 2, 2, 1, null, 3, null, 2], [3, 2, 2, 3, 3, 1, 1, 0, 0]]
    }
    readonly property ChartFigures balance: ChartFigures {
        categories: ["Q1", "Q2", "Q3", "Q4"]
        names: ["result"]
        pattern: "€ %1"
        values: [[-32000, 18000, 41000, -9000]]
    }
    readonly property ChartFigures single: ChartFigures {
        categories: ["Today"]
        names: ["messages"]
        values: [[1]]
    }

    color: Theme.colors.window

    component Framed: ChartFrame {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space24
        spacing: Theme.space12

        RowLayout {
            spacing: Theme.space12

            KpiTile {
                label: "Open conversations"
                figure: "137"
                change: "18"
                direction: "up"
                upIs: "bad"
                comparedWith: "vs last week"
                large: true
                Layout.fillWidth: true
            }
            KpiTile {
                label: "Longest wait"
                figure: "12 m 04 s"
                alarm: "above 10 minutes"
                large: true
                Layout.fillWidth: true
            }
            KpiTile {
                label: "A figure with a name that is far longer than its tile is wide"
                figure: "€ 12,345,678.90"
                change: "1,234 %"
                direction: "up"
                comparedWith: "vs the same week of last year"
                Layout.preferredWidth: 180
            }
            KpiTile {
                label: "Not known yet"
                figure: "–"
                picks: false
                Layout.preferredWidth: 160
            }
        }
        GridLayout {
            columns: 4
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12
            Layout.fillWidth: true
            Layout.fillHeight: true

            Framed { title: "Loading"; figures: sheet.nothing; loading: true }
            Framed { title: "Empty"; figures: sheet.nothing; emptyText: "Choose a longer period or another team." }
            Framed { title: "Offline"; figures: sheet.nothing; offline: true; loading: true }
            Framed { title: "Failed"; figures: sheet.nothing; problem: "The server has too much to do at the moment; try again a little later." }
            Framed {
                title: "Conversations by agent"
                figures: sheet.several
                Layout.columnSpan: 2
                Layout.preferredWidth: 2

                LineChart {
                    anchors.fill: parent
                    figures: sheet.several
                    filled: false
                }
            }
            Framed {
                title: "Below zero"
                figures: sheet.balance

                ColumnChart {
                    anchors.fill: parent
                    figures: sheet.balance
                }
            }
            Framed {
                title: "One value"
                figures: sheet.single
                age: "as of 3 m ago"

                LineChart {
                    anchors.fill: parent
                    figures: sheet.single
                }
            }
        }
    }
}

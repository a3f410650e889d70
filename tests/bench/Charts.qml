// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Charts
import Frontdesk.Theme

// A dashboard whose figures change with each step, as deltas from a server would change them.
Rectangle {
    id: board

    property int step: 0

    readonly property ChartFigures revenue: ChartFigures {
        categories: Array.from({ length: 52 }, (_, week) => "W" + (week + 1))
        names: ["this year", "target"]
        pattern: "€ %1"
        values: [categories.map((_, week) => week * 1000 + 9000 * Math.sin(week) + (week === 51 ? board.step % 977 : 0)), categories.map((_, week) => week * 1100)]
    }
    readonly property ChartFigures funnel: ChartFigures {
        categories: ["Lead", "Qualified", "Proposal", "Negotiation", "Won"]
        names: ["now", "before"]
        values: [[900, 700 + board.step % 89, 500, 300, 100 + board.step % 31], [800, 800, 400, 300, 200]]
    }
    readonly property ChartFigures volume: ChartFigures {
        categories: Array.from({ length: 24 }, (_, hour) => String(hour))
        names: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        values: names.map((_, day) => categories.map((_, hour) => hour === 12 ? 50 + (board.step * (day + 1)) % 50 : day * hour % 60))
    }

    color: Theme.colors.window

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space24

        RowLayout {
            Repeater {
                model: 6

                KpiTile {
                    required property int index

                    label: "Figure"
                    figure: String(board.step * (index + 1))
                    change: String(board.step % 17)
                    direction: board.step % 2 === 0 ? "up" : "down"
                    comparedWith: "vs last week"
                    trend: [1, 5, 2, 4, 3 + board.step % 5]
                    Layout.fillWidth: true
                }
            }
        }
        GridLayout {
            columns: 2

            ChartFrame {
                title: "Revenue"
                figures: board.revenue
                Layout.fillWidth: true
                Layout.fillHeight: true

                LineChart {
                    anchors.fill: parent
                    figures: board.revenue
                    target: 1
                }
            }
            ChartFrame {
                title: "Funnel"
                figures: board.funnel
                Layout.fillWidth: true
                Layout.fillHeight: true

                BarChart {
                    anchors.fill: parent
                    figures: board.funnel
                }
            }
            ChartFrame {
                title: "Messages by hour"
                figures: board.volume
                Layout.fillWidth: true
                Layout.fillHeight: true

                HeatMap {
                    anchors.fill: parent
                    figures: board.volume
                }
            }
            ChartFrame {
                title: "Stages"
                figures: board.funnel
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnChart {
                    anchors.fill: parent
                    figures: board.funnel
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Charts
import Frontdesk.Theme
import "samples.mjs" as Samples

// Every chart on sample figures, as they lie on a dashboard.
Rectangle {
    id: sheet

    property string age: ""       // everything is that old
    property bool asTable: false
    property bool reading: false  // the cursor is in each chart
    property bool large: false    // for a wall

    readonly property ChartFigures revenue: ChartFigures {
        categories: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        names: ["this year", "target"]
        pattern: "€ %1"
        values: [[21400, 25100, 24200, 29700, 32600, 31700, 38900, 41800, 40900, 49200, 54600],
            [19000, 22400, 25800, 29200, 32600, 36000, 39400, 42800, 46200, 49600, 53000, 56400]]
    }
    readonly property ChartFigures funnel: ChartFigures {
        categories: ["Lead", "Qualified", "Proposal", "Negotiation", "Won"]
        names: ["this week", "last week"]
        pattern: "€ %1"
        values: [[96000, 121000, 118000, 77000, 58000], [88000, 124000, 101000, 77000, 41000]]
        texts: [["€ 96 k", "€ 121 k", "€ 118 k", "€ 77 k", "€ 58 k"]]
    }
    readonly property ChartFigures volume: ChartFigures {
        categories: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"))
        names: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        values: Samples.volume
    }
    readonly property ChartFigures teams: ChartFigures {
        categories: ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        names: ["Billing", "Sales", "target"]
        values: [[48, 61, 57, 72, 80, 66], [35, 42, 51, 49, 63, 58], [50, 55, 60, 65, 70, 75]]
    }

    color: Theme.colors.window
    Component.onCompleted: {
        if (!reading)
            return;
        (line.chart as Chart).cursor.read(0, 7);
        (columns.chart as Chart).cursor.read(0, 4);
        (bars.chart as Chart).cursor.read(0, 2);
        (heat.chart as Chart).cursor.read(1, 13);
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space24
        spacing: Theme.space12

        RowLayout {
            spacing: Theme.space12

            KpiTile {
                label: "Open conversations"
                figure: "37"
                change: "8"
                direction: "down"
                upIs: "bad"
                comparedWith: "vs last week"
                age: sheet.age
                large: sheet.large
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            KpiTile {
                label: "Weighted forecast"
                figure: "€ 188 k"
                change: "3 %"
                direction: "down"
                comparedWith: "vs last week"
                age: sheet.age
                large: sheet.large
                trend: [212, 208, 205, 199, 203, 196, 188]
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            KpiTile {
                label: "Agents online"
                figure: "9 / 12"
                change: "2"
                direction: "up"
                upIs: "neutral"
                comparedWith: "vs last week"
                age: sheet.age
                large: sheet.large
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            KpiTile {
                label: "Win rate"
                figure: "34 %"
                direction: "same"
                comparedWith: "vs last week"
                age: sheet.age
                large: sheet.large
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            KpiTile {
                label: "Waiting now"
                figure: "42"
                change: "12"
                direction: "up"
                upIs: "bad"
                comparedWith: "vs last week"
                alarm: "above 30 for 4 minutes"
                age: sheet.age
                large: sheet.large
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
        GridLayout {
            columns: 5
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12
            Layout.fillWidth: true
            Layout.fillHeight: true

            ChartFrame {
                id: line
                title: "Revenue"
                figures: sheet.revenue
                age: sheet.age
                large: sheet.large
                asTable: sheet.asTable
                Layout.columnSpan: 3
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 3
                Layout.preferredHeight: 1

                LineChart {
                    anchors.fill: parent
                    title: line.title
                    figures: sheet.revenue
                    large: sheet.large
                    target: 1
                }
            }
            ChartFrame {
                id: bars
                title: "Funnel by stage"
                figures: sheet.funnel
                age: sheet.age
                large: sheet.large
                asTable: sheet.asTable
                Layout.columnSpan: 2
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 2
                Layout.preferredHeight: 1

                BarChart {
                    anchors.fill: parent
                    title: bars.title
                    figures: sheet.funnel
                    large: sheet.large
                }
            }
            ChartFrame {
                id: heat
                title: "Messages by hour"
                figures: sheet.volume
                age: sheet.age
                large: sheet.large
                asTable: sheet.asTable
                Layout.columnSpan: 3
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 3
                Layout.preferredHeight: 1

                HeatMap {
                    anchors.fill: parent
                    title: heat.title
                    figures: sheet.volume
                    large: sheet.large
                }
            }
            ChartFrame {
                id: columns
                title: "Solved by team"
                figures: sheet.teams
                age: sheet.age
                large: sheet.large
                asTable: sheet.asTable
                Layout.columnSpan: 2
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 2
                Layout.preferredHeight: 1

                ColumnChart {
                    anchors.fill: parent
                    title: columns.title
                    figures: sheet.teams
                    large: sheet.large
                    target: 2
                }
            }
        }
    }
}

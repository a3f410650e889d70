// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Models

// One card of the dashboard by its name: a chart, or what happens.
Item {
    id: cell

    required property int index
    required property string name
    required property Workspace workspace
    property bool large: false // for a wall
    property bool moves: false // whether it can be moved

    readonly property DashboardModel dashboard: workspace.dashboard

    signal opened(string figure)
    signal moveAsked(int by)
    signal saveAsked(ChartFrame frame, bool asPicture)

    implicitWidth: 360
    implicitHeight: name === "volume" || name === "people" || name === "reasons" ? 260 : 320

    Lazy {
        anchors.fill: parent
        active: cell.name === "revenue"

        DashboardCard {
            id: revenue
            anchors.fill: parent
            exports: !cell.large
            onCsvAsked: cell.saveAsked(revenue, false)
            onPictureAsked: cell.saveAsked(revenue, true)
            dashboard: cell.dashboard
            chartData: cell.dashboard.revenue
            title: qsTr("Revenue")
            emptyTitle: qsTr("Nothing was won in these two years")
            large: cell.large
            moves: cell.moves
            onMoveAsked: by => cell.moveAsked(by)
            onOpened: figure => cell.opened(figure)

            LineChart {
                anchors.fill: parent
                title: revenue.title
                figures: revenue.figures
                target: revenue.chartData?.target ?? -1
                picks: revenue.picks
                large: cell.large
                onPicked: (series, category) => revenue.open(category)
            }
        }
    }
    Lazy {
        anchors.fill: parent
        active: cell.name === "funnel" || cell.name === "people" || cell.name === "reasons"

        DashboardCard {
            id: bars
            anchors.fill: parent
            exports: !cell.large
            onCsvAsked: cell.saveAsked(bars, false)
            onPictureAsked: cell.saveAsked(bars, true)
            dashboard: cell.dashboard
            chartData: cell.name === "funnel" ? cell.dashboard.funnel : cell.name === "people" ? cell.dashboard.people : cell.dashboard.reasons
            title: cell.name === "funnel" ? qsTr("Funnel by stage") : cell.name === "people" ? qsTr("By owner") : qsTr("Why deals were lost")
            emptyTitle: cell.name === "funnel" ? qsTr("No deals with a value") : cell.name === "people" ? qsTr("Nothing in this period")
                : qsTr("No deal was lost in this period")
            large: cell.large
            moves: cell.moves
            onMoveAsked: by => cell.moveAsked(by)
            onOpened: figure => cell.opened(figure)

            BarChart {
                anchors.fill: parent
                title: bars.title
                figures: bars.figures
                picks: bars.picks
                large: cell.large
                onPicked: (series, category) => bars.open(category)
            }
        }
    }
    Lazy {
        anchors.fill: parent
        active: cell.name === "volume"

        DashboardCard {
            id: volume
            anchors.fill: parent
            exports: !cell.large
            onCsvAsked: cell.saveAsked(volume, false)
            onPictureAsked: cell.saveAsked(volume, true)
            dashboard: cell.dashboard
            chartData: cell.dashboard.volume
            title: qsTr("Messages by hour")
            large: cell.large
            moves: cell.moves
            onMoveAsked: by => cell.moveAsked(by)
            onOpened: figure => cell.opened(figure)

            HeatMap {
                anchors.fill: parent
                title: volume.title
                figures: volume.figures
                large: cell.large
            }
        }
    }
    Lazy {
        anchors.fill: parent
        active: cell.name === "activity"

        LiveActivity {
            anchors.fill: parent
            activity: cell.workspace.dashboard.activity
            large: cell.large
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// Which sign is which series; of a heat map, from few to many.
Row {
    id: legend

    required property ChartFigures figures
    property int target: -1
    property string kind: "line" // as in Chart.markKind
    property bool large: false

    spacing: Theme.space12
    Accessible.ignored: true // the chart's own words name the series

    Repeater {
        model: legend.kind === "heat" ? 0 : legend.figures?.names.length ?? 0

        Row {
            id: entry

            required property int index

            spacing: Theme.space4

            SeriesMark {
                anchors.verticalCenter: parent.verticalCenter
                series: entry.index
                target: entry.index === legend.target
                kind: legend.kind
            }
            Label {
                text: legend.figures?.names[entry.index] ?? ""
                font: legend.large ? Theme.wall : Theme.small
                color: Theme.colors.text2
            }
        }
    }
    Row {
        visible: legend.kind === "heat"
        spacing: Theme.space4

        Label {
            text: qsTr("less", "of a heat map, from less to more")
            font: legend.large ? Theme.wall : Theme.caption
            color: Theme.colors.text2
        }
        Repeater {
            model: legend.kind === "heat" ? Theme.colors.heat.length : 0

            HeatCell {
                required property int index

                anchors.verticalCenter: parent?.verticalCenter
                width: 10
                height: 10
                level: index
            }
        }
        Label {
            text: qsTr("more", "of a heat map, from less to more")
            font: legend.large ? Theme.wall : Theme.caption
            color: Theme.colors.text2
        }
    }
}

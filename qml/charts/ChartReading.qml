// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// What the cursor reads, beside it and always inside the chart.
Rectangle {
    id: reading

    required property ChartCursor cursor
    required property real at // x of what is read
    property bool mirrored: false
    property int target: -1
    property string kind: "line" // as in Chart.markKind; "heat" shows no signs

    readonly property real room: parent ? parent.width : 0
    readonly property real before: at - Theme.space12 - width
    readonly property real behind: at + Theme.space12

    x: Math.max(0, Math.min(room - width, mirrored ? (before >= 0 ? before : behind) : (behind + width <= room ? behind : before)))
    width: rows.implicitWidth + 2 * Theme.space8
    height: rows.implicitHeight + 2 * Theme.space8
    radius: Theme.radiusControl
    color: Theme.colors.raised
    border.width: 1
    border.color: Theme.colors.control
    Accessible.ignored: true // said by the chart's description

    ColumnLayout {
        id: rows
        x: Theme.space8
        y: Theme.space8
        spacing: Theme.space4

        Label {
            text: reading.cursor?.heading ?? ""
            font: Theme.smallStrong
        }
        Repeater {
            model: reading.cursor?.texts.length ?? 0

            RowLayout {
                id: row

                required property int index

                spacing: Theme.space8

                SeriesMark {
                    visible: reading.kind !== "heat" && (reading.cursor?.texts.length ?? 0) > 1
                    series: row.index
                    target: row.index === reading.target
                    kind: reading.kind
                }
                Label {
                    visible: text !== ""
                    text: reading.cursor?.names[row.index] ?? ""
                    font: Theme.small
                    color: Theme.colors.text2
                    Layout.fillWidth: true
                }
                Label {
                    text: reading.cursor?.texts[row.index] ?? ""
                    font: Theme.smallStrong
                }
            }
        }
    }
}

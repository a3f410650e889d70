// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Frontdesk.Theme

// The sign of a series in a legend: its colour, and a form of its own for those who cannot tell the colours apart.
Item {
    id: mark

    required property int series
    property bool target: false
    property string kind: "line" // "line", "block" or "bar"

    readonly property color ink: target ? Theme.colors.target : Theme.colors.series[series % Theme.colors.series.length]

    implicitWidth: 14
    implicitHeight: 10

    Rectangle {
        visible: mark.kind !== "line" && !mark.target && (mark.kind === "block" || mark.series === 0)
        anchors.centerIn: parent
        width: 10
        height: 10
        radius: 3
        color: mark.ink
    }
    Rectangle {
        visible: mark.kind === "bar" && mark.series > 0
        anchors.centerIn: parent
        width: 2
        height: parent.height
        color: Theme.colors.target
    }
    Shape {
        visible: mark.kind === "line" || mark.kind === "block" && mark.target
        anchors.fill: parent

        ShapePath {
            startX: 1
            startY: 5
            strokeColor: mark.ink
            strokeWidth: 2
            strokeStyle: mark.kind === "line" && (mark.target || mark.series > 0) ? ShapePath.DashLine : ShapePath.SolidLine
            dashPattern: mark.target ? [0.9, 1.6] : [2.2, 1.4]
            capStyle: ShapePath.FlatCap

            PathLine { x: 13; y: 5 }
        }
    }
}

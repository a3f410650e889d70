// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Frontdesk.Charts
import Frontdesk.Theme

// The course of a figure without axes, beside the figure itself.
Item {
    id: spark

    required property list<real> values
    property color ink: Theme.colors.series[0]

    implicitWidth: 72
    implicitHeight: 24
    visible: values.length > 1
    Accessible.ignored: true

    SparkGeometry {
        id: geometry
        values: spark.values
        width: spark.width
        height: spark.height
        mirrored: spark.LayoutMirroring.enabled
    }
    SmoothShape {
        objectName: "line"
        anchors.fill: parent

        ShapePath {
            strokeColor: spark.ink
            strokeWidth: 1.5
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.RoundCap

            PathMultiline { paths: geometry.paths }
        }
    }
    Rectangle {
        x: geometry.end.x - 2
        y: geometry.end.y - 2
        width: 4
        height: 4
        radius: 2
        color: spark.ink
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Frontdesk.Theme

// Something is under way. It turns only while it is seen, and stands still when less motion is asked for.
Item {
    id: spinner

    property color color: Theme.colors.accent
    property int size: Theme.iconSize

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.Animation
    Accessible.name: qsTr("Working")

    Shape {
        id: arc
        anchors.fill: parent

        ShapePath {
            strokeColor: spinner.color
            strokeWidth: 2
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: spinner.size / 2
                centerY: spinner.size / 2
                radiusX: spinner.size / 2 - 2
                radiusY: spinner.size / 2 - 2
                startAngle: -90
                sweepAngle: 270
            }
        }
    }

    RotationAnimator {
        target: arc
        running: spinner.visible && !Theme.reducedMotion
        from: 0
        to: 360
        duration: 900
        loops: Animation.Infinite
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Frontdesk.Controls
import Frontdesk.Theme

// Round trips over time, by the clock from left to right; where the connection is gone now the ground turns red.
Rectangle {
    id: curve

    required property list<real> values // ms, oldest first
    required property list<real> times  // ms since 1970, beside values
    property bool lost: false

    readonly property real first: times.length > 0 ? times[0] : 0
    readonly property real span: times.length > 1 ? Math.max(1, times[times.length - 1] - first) : 1
    readonly property real drawnWidth: width - 2 * Theme.space8 - (lost ? 64 : 0)
    readonly property var points: {
        const highest = Math.max(10, ...values);
        const drawn = [];
        for (let i = 0; i < values.length; ++i) {
            drawn.push(Qt.point(Theme.space8 + (times[i] - first) / span * drawnWidth,
                                height - Theme.space8 - values[i] / highest * (height - 2 * Theme.space8)));
        }
        return drawn;
    }

    implicitHeight: 72
    radius: Theme.radiusControl
    color: Theme.colors.sunken
    clip: true
    Accessible.role: Accessible.Chart
    Accessible.name: values.length > 0 ? qsTr("Round trip, now %1 ms").arg(Math.round(values[values.length - 1])) : qsTr("No round trip measured yet")

    Rectangle {
        visible: curve.lost
        anchors.right: parent.right
        width: 64
        height: parent.height
        color: Theme.colors.errorSoft
    }
    Shape {
        anchors.fill: parent
        visible: curve.points.length > 1

        ShapePath {
            strokeColor: Theme.colors.accent
            strokeWidth: 1.5
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathPolyline { path: curve.points }
        }
    }
    Label {
        anchors.centerIn: parent
        visible: curve.points.length < 2
        text: qsTr("Not enough measured yet")
        font: Theme.small
        color: Theme.colors.text3
    }
}

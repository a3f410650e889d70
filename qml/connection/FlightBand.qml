// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// 24 hours of the connection: round trips above, and below them a band whose height tells as much as its colour: full while online, half while trying,
// low while offline, nothing while the program did not run.
Rectangle {
    id: band

    required property FlightModel flight

    readonly property real drawnWidth: width - 2 * Theme.space8
    readonly property int curveHeight: 44
    readonly property int bandHeight: 24

    function inkOf(kind: string): color {
        return kind === "online" ? Theme.colors.ok : kind === "trying" ? Theme.colors.warn : Theme.colors.error;
    }
    function groundOf(kind: string): color {
        return kind === "online" ? Theme.colors.okSoft : kind === "trying" ? Theme.colors.warnSoft : Theme.colors.errorSoft;
    }
    function heightOf(kind: string): int {
        return kind === "online" ? bandHeight : kind === "trying" ? bandHeight / 2 : kind === "offline" ? 6 : 0;
    }
    function pointsOf(curve: var): var {
        return Array.from(curve).map(point => Qt.point(point.at * drawnWidth,
                                                       curveHeight - point.latency / Math.max(10, flight.longest) * (curveHeight - 4)));
    }

    implicitHeight: 2 * Theme.space8 + curveHeight + Theme.space8 + bandHeight + Theme.space4 + 14
    radius: Theme.radiusControl
    color: Theme.colors.sunken
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.colors.control
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("The last 24 hours: %1").arg(flight.summary)

    Item {
        x: Theme.space8
        y: Theme.space8
        width: band.drawnWidth
        height: band.curveHeight

        Repeater {
            model: band.flight.curves

            Shape {
                id: shape

                required property var modelData

                anchors.fill: parent

                ShapePath {
                    strokeColor: Theme.colors.accent
                    strokeWidth: 1.5
                    fillColor: "transparent"
                    joinStyle: ShapePath.RoundJoin

                    PathPolyline { path: band.pointsOf(shape.modelData) }
                }
            }
        }
    }
    Item {
        id: profile
        x: Theme.space8
        y: Theme.space8 + band.curveHeight + Theme.space8
        width: band.drawnWidth
        height: band.bandHeight

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.colors.control
        }
        Repeater {
            model: band.flight.spans

            Rectangle {
                required property var modelData

                x: modelData.from * profile.width
                width: Math.max(1, (modelData.to - modelData.from) * profile.width)
                y: profile.height - height
                height: band.heightOf(modelData.kind)
                color: band.groundOf(modelData.kind)

                Rectangle {
                    width: parent.width
                    height: Math.min(2, parent.height)
                    color: band.inkOf(parent.modelData.kind)
                }
            }
        }
    }
    Repeater {
        model: band.flight.ticks

        Label {
            required property var modelData

            x: Math.min(Math.max(0, Theme.space8 + modelData.at * band.drawnWidth - width / 2), band.width - width)
            y: profile.y + profile.height + Theme.space4
            text: modelData.text
            font: Theme.caption
            color: Theme.colors.text2
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// A deal on its way over the board. It stays the one that was taken up, whatever happens to its card meanwhile.
Rectangle {
    id: deal

    required property string record
    property alias title: summary.title
    property alias client: summary.client
    property alias value: summary.value
    property alias close: summary.close

    implicitHeight: summary.implicitHeight + 2 * Theme.space12
    z: 10
    radius: Theme.radiusCard
    color: Theme.colors.surface
    border.width: 1
    border.color: Theme.colors.focus
    Accessible.ignored: true // the card tells it
    Drag.active: record !== ""
    Drag.hotSpot.x: width / 2
    Drag.hotSpot.y: 24
    Drag.keys: ["deal"]

    DealSummary {
        id: summary
        anchors.fill: parent
        anchors.margins: Theme.space12
        title: ""
        client: ""
        value: ""
        close: ""
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A page of the wall: its place, and whether it is shown. One row of a WallModel.
RowLayout {
    id: row

    required property int index
    required property string name
    required property string title
    required property bool shown
    required property bool lastShown
    required property int count
    property WallModel wall: null

    spacing: Theme.space8
    z: handle.dragged ? 1 : 0
    transform: Translate { y: handle.offset }

    OrderHandle {
        id: handle
        objectName: "handle"
        name: row.title
        place: row.index
        count: row.count
        step: row.height + Theme.space4
        onMoved: place => row.wall.moveTo(row.name, place)
    }
    CheckBox {
        objectName: "shown"
        text: qsTr("Show %1").arg(row.title)
        checked: row.shown
        enabled: !row.lastShown // a wall has one at least
        onToggled: row.wall.show(row.name, checked)
    }
    Label {
        text: row.title
        font: Theme.body
        Layout.fillWidth: true
    }
}

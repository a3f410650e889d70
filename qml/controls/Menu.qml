// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

T.Menu {
    id: control

    implicitWidth: Math.max(200, Math.min(420, contentItem.implicitWidth + 2 * padding))
    implicitHeight: contentItem.implicitHeight + 2 * padding
    padding: Theme.space4
    margins: Theme.space8
    overlap: 1
    delegate: MenuItem { }

    contentItem: ListView {
        implicitWidth: Array.from({ length: control.count }, (_, place) => control.itemAt(place)).reduce((widest, item) => Math.max(widest, item?.implicitWidth ?? 0), 0)
        implicitHeight: contentHeight
        model: control.contentModel
        interactive: contentHeight > height // the window has not the room for all of it
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: control.currentIndex
        ScrollBar.vertical: ScrollBar { }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.colors.raised
        border.width: 1
        border.color: Theme.colors.line

        Shadow { radius: Theme.radiusControl }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fast; easing.type: Theme.easing }
    }
}

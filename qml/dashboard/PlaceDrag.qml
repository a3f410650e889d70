// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// Drags what it lies in to the place of another item of the same grid. Nothing moves before it is let go; the place is marked.
Item {
    id: handle

    required property Item grid
    required property Item dragged
    property Item place: null // over which it is

    signal dropped(Item place)

    function look(scene: point) {
        const there = grid.mapFromItem(null, scene);
        const item = grid.childAt(there.x, there.y);
        place = item !== dragged ? item : null;
    }

    DragHandler {
        id: drag
        objectName: "drag"
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad | PointerDevice.Stylus // a finger scrolls
        onCentroidChanged: {
            if (active && centroid.pressedButtons !== Qt.NoButton) // it is no more where it was let go
                handle.look(centroid.scenePosition);
        }
        onActiveChanged: {
            const place = handle.place;
            if (active)
                return;
            handle.place = null;
            if (place)
                handle.dropped(place);
        }
    }
    Binding {
        target: handle.dragged
        property: "opacity"
        value: 0.6
        when: drag.active
    }
    Rectangle {
        parent: handle.place ?? handle
        anchors.fill: parent
        visible: handle.place !== null
        z: 1
        radius: Theme.radiusCard
        color: "transparent"
        border.width: 2
        border.color: Theme.colors.accent
    }
}

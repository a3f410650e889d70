// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// Panes side by side, parted by a hairline that can be dragged.
T.SplitView {
    id: control

    handle: Rectangle {
        id: handle

        readonly property bool grabbed: T.SplitHandle.hovered || T.SplitHandle.pressed

        implicitWidth: 1
        implicitHeight: 1
        color: grabbed ? Theme.colors.accent : Theme.colors.line
        // A hairline to the eye, wide enough for the hand.
        containmentMask: Item {
            x: -4
            width: 9
            height: handle.height
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// A row of a list that can be pressed: its ground tells hover, selection and keyboard focus.
T.ItemDelegate {
    id: control

    property color base: Theme.colors.surface // what the list lies on
    readonly property color ground: highlighted ? Theme.colors.selection : down ? Theme.colors.pressed : hovered ? Theme.colors.hover : base

    property bool stepsOut: false // up from the first row of a list, and up and down from a row that is in none, are told

    signal steppedOut(by: int)

    // Up and down in a list take the keyboard and its ring along.
    function step(by: int): bool {
        const list = ListView.view;
        const wanted = list ? list.indexAt(x + 1, y + 1) + by : -1;
        if (wanted < 0 && stepsOut) {
            steppedOut(by);
            return true;
        }
        if (!list)
            return false;
        const next = Math.max(0, Math.min(list.count - 1, wanted));
        list.positionViewAtIndex(next, ListView.Contain);
        list.itemAtIndex(next).forceActiveFocus(Qt.TabFocusReason); // before it is current, or the ring would not come
        list.currentIndex = next;
        return true;
    }

    implicitHeight: Theme.listRowHeight
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    focusPolicy: Qt.StrongFocus
    Accessible.selected: highlighted
    Keys.onUpPressed: event => event.accepted = step(-1)
    Keys.onDownPressed: event => event.accepted = step(1)
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.ground

        FocusRing { control: control; inset: 0 }
    }
}

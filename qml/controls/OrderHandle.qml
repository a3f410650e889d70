// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What moves a row of a short list to another place: dragged by the mouse, or by the arrow keys. All rows are of one height.
IconButton {
    id: handle

    required property string name // of what is moved
    required property int place
    required property int count
    required property real step // from one row to the next

    readonly property bool dragged: area.pressed
    readonly property real offset: area.pressed ? area.moved : 0 // the row follows the mouse by it

    signal moved(int place)

    function move(wanted: int) {
        const next = Math.max(0, Math.min(handle.count - 1, wanted));
        if (next !== handle.place)
            handle.moved(next);
    }

    iconName: "grip-vertical"
    text: qsTr("Move %1").arg(name)
    Accessible.description: qsTr("The arrow keys move it up and down")
    Keys.onUpPressed: handle.move(handle.place - 1)
    Keys.onDownPressed: handle.move(handle.place + 1)

    // An area of its own, since a page that scrolls would take the mouse away from anything else.
    MouseArea {
        id: area

        property real from: 0
        property real moved: 0

        anchors.fill: parent
        preventStealing: true
        cursorShape: Qt.SizeVerCursor
        onPressed: mouse => {
            handle.forceActiveFocus(Qt.MouseFocusReason);
            from = mapToGlobal(mouse.x, mouse.y).y;
            moved = 0;
        }
        onPositionChanged: mouse => moved = mapToGlobal(mouse.x, mouse.y).y - from
        onReleased: handle.move(handle.place + Math.round(moved / handle.step))
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// Scrolls a flickable so that what the keyboard comes to in it is in sight. What the mouse presses stays below the mouse.
Item {
    id: sight

    required property Flickable flickable
    readonly property Item focused: Window.activeFocusItem
    property bool asked: false

    function isInside(item: Item): bool {
        while (item && item !== flickable.contentItem)
            item = item.parent;
        return item !== null;
    }

    function reasonOf(item: Item): int {
        return (item as T.Control)?.focusReason ?? (item as T.TextField)?.focusReason ?? (item as T.TextArea)?.focusReason ?? Qt.OtherFocusReason;
    }

    function show() {
        asked = false;
        if (!focused || !isInside(focused))
            return;
        const top = focused.mapToItem(flickable.contentItem, 0, 0).y - Theme.space8;
        const bottom = top + focused.height + 2 * Theme.space8;
        const wanted = Math.min(top, Math.max(flickable.contentY, bottom - flickable.height)); // the top of what is taller
        const last = flickable.originY + flickable.contentHeight - flickable.height;
        flickable.contentY = Math.max(flickable.originY, Math.min(wanted, last));
    }

    visible: false // it takes no place in a layout
    onFocusedChanged: {
        asked = focused !== null && isInside(focused) && reasonOf(focused) !== Qt.MouseFocusReason;
        if (asked)
            Window.window.update();
    }

    Connections { // what has just come has its place then
        target: sight.Window.window
        enabled: sight.asked

        function onAfterAnimating() { sight.show(); }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// A raised surface beside what opened it. Escape or a press elsewhere closes it.
T.Popup {
    id: control

    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    padding: Theme.space16
    margins: Theme.space8
    focus: true

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.colors.raised
        border.width: 1
        border.color: Theme.colors.line

        Shadow { }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fast; easing.type: Theme.easing }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.fast; easing.type: Theme.easing }
    }
}

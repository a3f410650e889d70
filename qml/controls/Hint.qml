// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// A ToolTip over its item that is built when it is first asked for: hundreds of items have one, and few are ever hovered.
QtObject {
    id: hint

    required property Item item
    property string text: ""
    property bool asked: false
    property int delay: 500

    property ToolTip tip: null
    readonly property Component made: Component {
        ToolTip {
            text: hint.text
            visible: hint.asked && hint.text !== ""
            delay: hint.delay
        }
    }

    onAskedChanged: {
        if (asked && !tip)
            tip = made.createObject(item) as ToolTip;
    }
}

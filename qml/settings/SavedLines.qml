// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// Lines that are kept when they are left; Escape brings back what stood there. What cannot be kept stays in sight.
Rectangle {
    id: field

    required property string value
    required property int version // of what has this value
    required property string name // for assistive technology
    property string placeholder: ""
    property string verdict: "" // what is wrong with the text that stands here, in words
    property int seenVersion: 0
    property string seenValue: ""
    property bool touched: false
    readonly property alias text: area.text

    readonly property string problem: touched ? verdict : ""

    signal saved(string text, int seenVersion, string seenValue)

    function show() {
        area.text = value;
        touched = false;
    }

    function save() {
        if (!touched || problem !== "")
            return;
        touched = false;
        if (area.text.trim() !== value)
            saved(area.text.trim(), seenVersion, seenValue);
    }

    implicitHeight: Math.max(80, area.implicitHeight)
    radius: Theme.radiusControl
    color: Theme.colors.raised
    border.width: area.activeFocus || problem !== "" ? 2 : 1
    border.color: problem !== "" ? Theme.colors.error : area.activeFocus ? Theme.colors.focus : Theme.colors.control
    onValueChanged: {
        if (!touched)
            show();
    }
    Component.onCompleted: show()

    TextArea {
        id: area
        objectName: "lines"
        anchors.left: parent.left
        anchors.right: parent.right
        font: Theme.label
        placeholderText: field.placeholder
        Accessible.name: field.name
        Accessible.description: field.problem
        onTextChanged: {
            if (field.touched || text === field.value || !activeFocus)
                return;
            field.touched = true;
            field.seenVersion = field.version;
            field.seenValue = field.value;
        }
        onActiveFocusChanged: {
            if (!activeFocus)
                field.save();
        }
        Keys.onEscapePressed: field.show()
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// A text that is kept on Enter and when the field is left; Escape brings back what stood there. What cannot be kept stays in sight, and what is
// typed builds on what stood here when typing began, whatever others do meanwhile.
TextField {
    id: field

    required property string value
    required property int version // of what has this value
    property string verdict: "" // what is wrong with the text that stands here, in words
    property int seenVersion: 0
    property string seenValue: ""
    property bool touched: false

    readonly property string problem: touched ? verdict : ""

    signal saved(string text, int seenVersion, string seenValue)

    function show() {
        touched = false;
        text = value;
        cursorPosition = 0; // its beginning is in sight
    }

    function save() {
        if (!touched || problem !== "")
            return;
        touched = false;
        if (text.trim() === value)
            show();
        else
            saved(text.trim(), seenVersion, seenValue);
    }

    implicitHeight: Theme.controlHeight
    font: Theme.label
    wrong: problem !== ""
    Accessible.description: problem
    onValueChanged: {
        if (!touched)
            show();
    }
    onTextEdited: {
        if (touched)
            return;
        touched = true;
        seenVersion = version;
        seenValue = value;
    }
    onAccepted: save()
    onActiveFocusChanged: {
        if (!activeFocus)
            save();
    }
    Keys.onEscapePressed: show()
    Component.onCompleted: show()
}

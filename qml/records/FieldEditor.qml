// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What stands in a field while somebody changes it. Enter and leaving it keep what was written, Escape does not; what cannot be kept stays in sight, and is there again with its record.
TextField {
    id: editor

    required property RecordPage page
    required property string field
    required property string before
    required property bool takesKeyboard

    readonly property string problem: page.problemWith(field, text)
    property bool over: false // it was saved or given up: losing the focus says nothing more

    signal saved(string text)
    signal closed(bool byKey) // after that

    implicitHeight: Theme.controlHeight
    font: Theme.label
    wrong: problem !== ""
    Accessible.description: problem
    onAccepted: {
        if (problem !== "" || over)
            return;
        over = true;
        saved(text);
        closed(true);
    }
    onEditingFinished: {
        if (activeFocus || problem !== "" || over)
            return;
        over = true;
        saved(text);
        later.start();
    }
    Keys.onEscapePressed: {
        over = true;
        closed(true);
    }
    Component.onCompleted: {
        text = before;
        if (!takesKeyboard)
            return;
        forceActiveFocus(Qt.OtherFocusReason);
        selectAll();
    }

    // The keyboard goes too when the whole record is about to go, and an item that changes its layout meanwhile brings Qt 6.4 down.
    Timer {
        id: later
        interval: 1
        onTriggered: editor.closed(false)
    }
}

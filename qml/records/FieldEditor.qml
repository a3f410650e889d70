// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What stands in a field while somebody changes it. Enter and leaving it keep what was written, Escape does not; what cannot be kept stays in sight.
TextField {
    id: editor

    required property RecordPage page
    required property string field
    required property string before

    readonly property string problem: page.problemWith(field, text)
    property bool over: false // it was saved or given up: losing the focus says nothing more

    signal saved(string text)
    signal cancelled

    function leave(how: var) {
        if (over)
            return;
        over = true;
        how();
    }

    implicitHeight: Theme.controlHeight
    font: Theme.label
    wrong: problem !== ""
    Accessible.description: problem
    onAccepted: {
        if (problem === "")
            leave(() => saved(text));
    }
    onEditingFinished: {
        if (!activeFocus && problem === "")
            leave(() => saved(text));
    }
    Keys.onEscapePressed: leave(cancelled)
    Component.onCompleted: {
        text = before;
        forceActiveFocus(Qt.OtherFocusReason);
        selectAll();
    }
}

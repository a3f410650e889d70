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

    signal saved(string text)
    signal cancelled

    implicitHeight: Theme.controlHeight
    font: Theme.label
    wrong: problem !== ""
    Accessible.description: problem
    onAccepted: {
        if (problem === "")
            saved(text);
    }
    onEditingFinished: {
        if (!activeFocus && problem === "")
            saved(text);
    }
    Keys.onEscapePressed: cancelled()
    Component.onCompleted: {
        text = before;
        forceActiveFocus(Qt.OtherFocusReason);
        selectAll();
    }
}

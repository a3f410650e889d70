// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string text: ""
    property list<string> mentioned
    property string call: ""
    property string minutes: ""
    property string due: ""

    signal changed

    function kept(command: string) {
        if (command === "")
            return;
        text = "";
        mentioned = [];
        call = "";
        minutes = "";
        due = "";
    }

    onTextChanged: changed()
}

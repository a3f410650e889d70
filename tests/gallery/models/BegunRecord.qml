// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string text: ""
    property list<string> mentioned
    property string call: ""
    property string minutes: ""
    property string due: ""
    property bool open: false
    property var seen: null // {version, text}

    signal changed

    function begin(version: int, written: string) {
        giveUp();
        seen = { version: version, text: written };
        text = written;
        open = true;
    }
    function giveUp() {
        text = "";
        mentioned = [];
        call = "";
        minutes = "";
        due = "";
        seen = null;
        open = false;
    }
    function kept(command: string) {
        if (command !== "")
            giveUp();
    }

    onTextChanged: changed()
}

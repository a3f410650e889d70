// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property string text: ""
    property string problem: ""
    property DraftFiles files: DraftFiles { }
    property bool canSend: (text.trim() !== "" || files.files.length > 0) && problem === ""
    property bool editing: false
    property string editedText: ""
    property string previous: "" // of the last own message; empty: there is none
    property var calls: []

    signal changed

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function send(sent: string) {
        record("send", sent);
        editing = false;
        text = "";
    }
    function edit(messageId: string) { record("edit", messageId); }
    function editPrevious(): bool {
        if (previous === "" || text !== "")
            return false;
        editing = true;
        editedText = previous;
        text = previous;
        return true;
    }
    function cancelEdit() {
        editing = false;
        text = "";
    }
    function typed() { record("typed", null); }

    onTextChanged: changed()
}

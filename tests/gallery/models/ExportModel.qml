// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string kind: "contact"
    property string format: "csv"
    property var formats: [{ value: "csv", text: "CSV" }, { value: "vcard4", text: "vCard 4" }, { value: "vcard3", text: "vCard 3" }]
    property bool allColumns: false
    property string path: ""
    property bool replaces: false
    property bool running: false
    property double progress: 0
    property int written: -1
    property string problem: ""
    property var calls: []

    function begin(table: RecordTableModel) {
        calls = calls.concat([["begin", table.kind]]);
        path = "/home/lena/Documents/Contacts.csv";
        written = -1;
    }
    function run() {
        calls = calls.concat([["run", path, format, allColumns]]);
        running = true;
    }
    function cancel() {
        calls = calls.concat([["cancel"]]);
        running = false;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string path: ""
    property bool replaces: false
    property bool running: false
    property int written: 0
    property bool done: false
    property string problem: ""
    property var calls: []

    function begin() {
        calls = calls.concat([["begin"]]);
        path = "/home/lena/Documents/Audit log.csv";
    }
    function run() {
        calls = calls.concat([["run", path]]);
        running = true;
    }
    function cancel() {
        calls = calls.concat([["cancel"]]);
        running = false;
    }
}

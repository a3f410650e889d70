// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool scanning: false
    property bool scanned: false
    property var calls: []

    function scan(kind: string) {
        calls = calls.concat([["scan", kind]]);
        scanned = true;
    }
    function recordsOf(row: int): var { return ["contact:maya", "contact:mo"]; }
    function leaveOut(row: int) { values = values.filter((value, place) => place !== row); }
    function stop() { scanned = false; }
}

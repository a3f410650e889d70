// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property SharedFile file: null
    property string problem: ""
    property bool unsent: false
    property var calls: []

    function change(url: url) { calls = calls.concat([["change", "" + url]]); }
    function callOff() {
        calls = calls.concat([["callOff", null]]);
        unsent = false;
    }
    function remove() {
        calls = calls.concat([["remove", null]]);
        file = null;
    }
}

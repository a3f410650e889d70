// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property string part: ""
    property string actor: ""
    property int days: 0
    property var people: [{ value: "", text: "Everybody" }, { value: "lena", text: "Lena Roth" }]
    property bool more: false
    property bool busy: false
    property string problem: ""
    property var calls: []

    function refresh() { calls = calls.concat(["refresh"]); }
    function showOlder() { calls = calls.concat(["showOlder"]); }
}

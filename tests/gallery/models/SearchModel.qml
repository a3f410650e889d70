// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property string text: ""
    property string order: "newest"
    property var filters: []
    property bool asked: text.trim() !== ""
    property bool searching: false
    property bool more: false
    property bool searchingServer: false
    property string serverProblem: ""
    property string note: "This computer and the server were searched."
    property string problem: ""
    property string summary: asked ? count + " messages" : ""
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function removeFilter(index: int) { record("removeFilter", index); }
    function loadMore() { record("loadMore", null); }
    function tryAgain() { record("tryAgain", null); }
}

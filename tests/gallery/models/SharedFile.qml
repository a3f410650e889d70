// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property string name: ""
    property string sizeText: "1.2 MB"
    property string state: "here"
    property double progress: 0
    property string problem: ""
    property bool isPicture: false
    property url picture: ""
    property int pictureWidth: 0
    property int pictureHeight: 0
    property bool mayBeOpened: true
    property url proposal: ""
    property var calls: []

    signal openable(copy: url)

    function record(call: string, argument: var) {
        calls = calls.concat([[call, argument]]);
    }
    function see() { record("see", null); }
    function fetch() { record("fetch", null); }
    function open() { record("open", null); }
    function saveAs(target: url) { record("saveAs", target); }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool started: false
    property bool running: false
    property bool passed: false
    property string summary: ""
    property int starts: 0

    function start() {
        ++starts;
        started = true;
        running = true;
    }
    function cancel() { running = false; }
}

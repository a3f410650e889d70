// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool loaded: true
    property bool loading: false
    property bool complete: true
    property string loadProblem: ""

    function loadOlder() {
        loading = true;
    }
}

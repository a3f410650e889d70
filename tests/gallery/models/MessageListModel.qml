// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool atNewest: true
    property bool atOldest: true
    property int newerCount: 0
    property bool loading: false
    property bool loaded: true
    property string loadProblem: ""
    property int revealedRow: -1
    readonly property int firstUnreadRow: values.findIndex(message => message.firstUnread)

    property int triedAgain: 0

    signal revealed

    function tryAgain() {
        triedAgain += 1;
    }

    function forgetRevealed() {
        revealedRow = -1;
    }
    function jumpToNewest() {
        atNewest = true;
        newerCount = 0;
    }
}

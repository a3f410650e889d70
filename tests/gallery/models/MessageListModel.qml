// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool atNewest: true
    property bool atOldest: true
    property int newerCount: 0
    property bool loading: false
    property bool loaded: true
    property string loadProblem: ""
    readonly property int firstUnreadRow: values.findIndex(message => message.firstUnread)

    function jumpToNewest() {
        atNewest = true;
        newerCount = 0;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool busy: false
    property string problem: ""
    property var calls: []

    function add(urls: list<url>) {
        calls = calls.concat([["add", Array.from(urls).map(String)]]);
    }
    function callOff(record: string) {
        calls = calls.concat([["callOff", record]]);
    }
}

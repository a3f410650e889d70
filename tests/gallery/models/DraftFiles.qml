// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property var files: []
    property bool busy: false
    property string problem: ""
    property var calls: []

    function record(call: string, argument: var) {
        calls = calls.concat([[call, argument]]);
    }
    function attach(urls: list<url>) { record("attach", Array.from(urls).map(String)); }
    function attachPicture(png: var) { record("attachPicture", png); }
    function remove(index: int) {
        record("remove", index);
        files = files.filter((file, at) => at !== index);
    }
}

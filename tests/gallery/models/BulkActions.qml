// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property bool running: false
    property real progress: 0
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function set(table: var, field: string, value: string) { record("set", [field, value]); }
    function mayTag(table: var, tag: string): bool { return tag.trim() !== ""; }
    function addTag(table: var, tag: string) { record("addTag", tag); }
    function removeTag(table: var, tag: string) { record("removeTag", tag); }
    function moveToBin(table: var) { record("moveToBin", table.selection.count); }
    function restore(table: var) { record("restore", table.selection.count); }
}

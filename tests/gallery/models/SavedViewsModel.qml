// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property string current: ""
    property string currentName: ""
    property bool differs: false
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function choose(view: string) {
        record("choose", view);
        current = view;
        currentName = values.find(value => value.record === view)?.name ?? "";
    }
    function problemWith(name: string): string { return name.trim() === "" ? "This must not be empty." : ""; }
    function saveAs(name: string): string {
        record("saveAs", name);
        return "segment:new";
    }
    function save() { record("save", null); }
    function rename(name: string) { record("rename", name); }
    function moveToBin() { record("moveToBin", null); }
}

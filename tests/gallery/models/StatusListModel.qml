// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property string problem: ""
    property bool full: false
    property int uses: -1
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function colors(): var {
        return [{ value: "accent", text: "Blue" }, { value: "ok", text: "Green" }, { value: "warn", text: "Amber" }, { value: "error", text: "Red" }, { value: "neutral", text: "Grey" }];
    }
    function problemWith(name: string): string { return name.trim() === "" ? "This must not be empty." : ""; }
    function add(name: string) { record("add", name); }
    function rename(status: string, name: string, seenVersion: int, seenName: string) { record("rename", [status, name, seenVersion, seenName]); }
    function setColor(status: string, color: string) { record("setColor", [status, color]); }
    function moveTo(status: string, place: int) { record("moveTo", [status, place]); }
    function countUses(status: string) { uses = 12; }
    function remove(status: string) { record("remove", status); }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property string problem: ""
    property bool full: false
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function kinds(): var { return [{ value: "open", text: "Open" }, { value: "won", text: "Won" }, { value: "lost", text: "Lost" }]; }
    function problemWithName(name: string): string { return name.trim() === "" ? "This must not be empty." : ""; }
    function problemWithProbability(text: string): string { return /^[0-9]{1,2}$|^100$/.test(text) ? "" : "Write a number between 0 and 100."; }
    function add(name: string): string {
        record("add", name);
        return "new";
    }
    function rename(stage: string, name: string, seenVersion: int, seenName: string) { record("rename", [stage, name, seenVersion, seenName]); }
    function setProbability(stage: string, text: string, seenVersion: int, seenText: string) { record("setProbability", [stage, text, seenVersion, seenText]); }
    function setKind(stage: string, kind: string) { record("setKind", [stage, kind]); }
    function moveTo(stage: string, place: int) { record("moveTo", [stage, place]); }
    function remove(stage: string) { record("remove", stage); }
}

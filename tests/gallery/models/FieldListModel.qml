// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property int uses: -1
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function types(): var {
        return [{ value: "text", text: "Text" }, { value: "number", text: "Number" }, { value: "date", text: "Date" }, { value: "choice", text: "Choice" },
            { value: "boolean", text: "Yes/no" }, { value: "link", text: "Link" }];
    }
    function problemWith(name: string): string { return name.trim() === "" ? "This must not be empty." : ""; }
    function problemWithChoices(type: string, lines: string): string { return type === "choice" && lines.trim() === "" ? "Write at least one choice." : ""; }
    function add(name: string, type: string, choices: string, needed: bool): string {
        record("add", [name, type, choices, needed]);
        return "field:new";
    }
    function moveTo(field: string, place: int) { record("moveTo", [field, place]); }
    function countUses(field: string) { uses = 12; }
    function moveToBin(field: string) { record("moveToBin", field); }
}

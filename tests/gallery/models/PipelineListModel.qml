// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function problemWith(name: string): string { return name.trim() === "" ? "This must not be empty." : ""; }
    function add(name: string): string {
        record("add", name);
        return "pipeline:new";
    }
    function moveToBin(pipeline: string) { record("moveToBin", pipeline); }
}

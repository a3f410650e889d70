// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    id: model

    property var pages: [{ name: "figures", title: "Figures" }, { name: "sales", title: "Sales" }, { name: "messages", title: "Messages" },
        { name: "people", title: "Owners and losses" }]
    property int seconds: 20
    property var calls: []

    function record(name: string, argument: var) { calls = calls.concat([[name, argument]]); }
    function edit() { values = pages.map(page => Object.assign({ shown: true, lastShown: false }, page)); }
    function problemWithSeconds(text: string): string { return Number(text) >= 5 && Number(text) <= 120 ? "" : "Write a number from 5 to 120."; }
    function save(text: string) {
        record("save", text);
        seconds = Number(text);
    }
    function moveTo(page: string, place: int) {
        record("moveTo", [page, place]);
        for (let from = 0; from < count; ++from) {
            if (get(from).name === page)
                return move(from, place, 1);
        }
    }
    function show(page: string, shown: bool) { record("show", [page, shown]); }
}

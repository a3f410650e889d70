// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property bool mayChange: false
    property bool mayChangeVisibility: false
    property string visibility: "everyone"
    property var members: ({}) // of each team, by its record
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function membersOf(team: string): list<string> { return members[team] ?? []; }
    function setVisibility(chosen: string) {
        record("setVisibility", chosen);
        visibility = chosen;
    }
    function create(name: string, people: list<string>) { record("create", [name, Array.from(people)]); }
    function change(team: string, name: string, people: list<string>) { record("change", [team, name, Array.from(people)]); }
    function moveToBin(team: string) { record("moveToBin", team); }
}

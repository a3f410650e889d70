// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property bool watching: false
    property string period: "week"
    property var periods: [{ value: "today", text: "Today" }, { value: "week", text: "This week" }, { value: "month", text: "This month" },
        { value: "quarter", text: "This quarter" }, { value: "year", text: "This year" }]
    property string whose: ""
    property string whoseText: whoseChoices.find(choice => choice.value === whose).text
    property var whoseChoices: [{ value: "", text: "Everybody", kind: "all" }, { value: "team:north", text: "North", kind: "team" },
        { value: "lena", text: "Lena Roth", kind: "person" }, { value: "jonas", text: "Jonas Weiss", kind: "person" }]
    property string currency: "EUR"
    property var currencies: [{ value: "EUR", text: "EUR" }, { value: "USD", text: "USD" }]
    property string comparedWith: "vs last week"
    property bool loaded: true
    property bool live: true
    property bool online: true
    property string age: ""
    property string liveText: "Live"
    property SampleList tiles: SampleList { }
    property WallModel wall: WallModel { }
    property ActivityModel activity: ActivityModel { }
    property var revenue: ({})
    property var funnel: ({})
    property var reasons: ({})
    property var volume: ({})
    property var people: ({})
    property var cards: ["revenue", "funnel", "activity", "volume", "people", "reasons"]
    property var alarms: ({}) // {figure: {above, below, sounds}}
    property var calls: []

    property string csvProblem: ""

    function saveCsv(card: string, path: string): string {
        calls = calls.concat([["saveCsv", card, path]]);
        return csvProblem;
    }
    function fileOf(path: string): string { return path; }
    function suggestedFile(name: string, suffix: string): string { return "/home/lena/Downloads/" + name + "." + suffix; }
    function isThere(path: string): bool { return path.includes("Funnel"); }

    signal alarmRaised(string figure, string words)

    function moveTile(figure: string, to: int) {
        calls = calls.concat([["moveTile", figure, to]]);
        for (let from = 0; from < tiles.count; ++from) {
            if (tiles.get(from).name === figure)
                return tiles.move(from, Math.max(0, Math.min(to, tiles.count - 1)), 1);
        }
    }
    function moveCard(card: string, to: int) {
        const others = cards.filter(other => other !== card);
        others.splice(Math.max(0, Math.min(to, others.length)), 0, card);
        cards = others;
    }
    function alarmOf(figure: string): var {
        return Object.assign({ above: "", below: "", sounds: false }, alarms[figure]);
    }
    function problemWithBound(text: string): string {
        return text === "" || !isNaN(Number(text)) ? "" : "Write a number, or nothing.";
    }
    function setAlarm(figure: string, above: string, below: string, sounds: bool) {
        calls = calls.concat([["setAlarm", figure, above, below, sounds]]);
    }
}

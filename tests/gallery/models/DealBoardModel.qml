// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property var pipelines: []
    property string pipeline: ""
    property string beginning: ""
    property string text: ""
    property bool ofEverybody: true
    property string openText: ""
    property string weightedText: ""
    property var calls: []

    function showOnly(user: string) {
        calls = calls.concat([["showOnly", user]]);
        ofEverybody = false;
    }
    function showAll() { ofEverybody = true; }
    function move(deal: string, stage: string, lostReason: string) { calls = calls.concat([["move", deal, stage, lostReason ?? ""]]); }
    function stageBeside(stage: string, by: int): string { return values[values.findIndex(row => row.stage === stage) + by]?.stage ?? ""; }
    function kindOf(stage: string): string { return values.find(row => row.stage === stage)?.kind ?? ""; }
    function nameOf(stage: string): string { return values.find(row => row.stage === stage)?.name ?? ""; }
}

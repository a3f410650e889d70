// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool loaded: true
    property var records: []
    property string problem: ""
    property string kept: ""
    property string summary: ""
    property var calls: []

    signal merged

    function choose(field: string, place: int) {
        calls = calls.concat([["choose", field, place]]);
        values = values.map(row => row.field !== field ? row : Object.assign({}, row, { choices: row.choices.map(choice => ({ modelData: Object.assign({}, choice.modelData, { chosen: choice.modelData.value === place }) })) }));
    }
    function merge() {
        calls = calls.concat([["merge"]]);
        if (problem === "")
            merged();
    }
}

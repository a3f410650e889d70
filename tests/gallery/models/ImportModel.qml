// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    enum Step { File, Columns, Trial, Running, Finished }

    property int step: ImportModel.File
    property bool busy: false
    property string kind: "contact"
    property string path: ""
    property string fileName: "people.csv"
    property string problem: ""
    property bool isTable: true
    property string delimiter: ";"
    property string encoding: "Windows-1252"
    property string numbers: "comma"
    property string days: "day"
    property SampleList columns: SampleList { }
    property SampleList problems: SampleList { }
    property string unfinished: ""
    property double progress: 0
    property int rows: 0
    property int made: 0
    property int there: 0
    property int wrong: 0
    property int companies: 0
    property int notes: 0
    property bool complete: true
    property string mendFile: ""
    property url mendAddress: ""
    property string leftOut: ""
    property var calls: []

    function record(call: var) {
        calls = calls.concat([call]);
    }
    function choicesOf(setting: string): var {
        return setting === "delimiter" ? [{ value: ",", text: "Comma" }, { value: ";", text: "Semicolon" }, { value: "\t", text: "Tab" }]
            : setting === "numbers" ? [{ value: "comma", text: "1.234,50" }, { value: "point", text: "1,234.50" }]
            : setting === "days" ? [{ value: "day", text: "Day first" }, { value: "month", text: "Month first" }]
            : [{ value: "UTF-8", text: "UTF-8" }, { value: "Windows-1252", text: "Windows-1252" }];
    }
    function targetChoices(): var {
        return [{ value: "", text: "Leave out" }, { value: "name", text: "Name" }, { value: "emails", text: "E-mail" }, { value: "job", text: "Job title" }];
    }
    function begin(wanted: string) {
        record(["begin", wanted]);
        kind = wanted;
        problem = "";
        step = ImportModel.File;
    }
    function choose(file: string) {
        record(["choose", file]);
        path = file;
        if (file === "")
            problem = "Cannot read : No such file";
        else
            step = ImportModel.Columns;
    }
    function goOn() { record(["goOn"]); }
    function leaveUnfinished() { unfinished = ""; }
    function set(setting: string, value: string) { record(["set", setting, value]); }
    function setTarget(column: int, target: string) { record(["setTarget", column, target]); }
    function tryOut() {
        record(["tryOut"]);
        step = ImportModel.Trial;
    }
    function back() {
        record(["back"]);
        step = step === ImportModel.Trial ? ImportModel.Columns : ImportModel.File;
    }
    function run() {
        record(["run"]);
        busy = true;
        step = ImportModel.Running;
    }
    function cancel() { record(["cancel"]); }
}

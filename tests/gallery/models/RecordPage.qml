// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property string record: ""
    property string kind: "contact"
    property bool available: true
    property string title: ""
    property string subtitle: ""
    property string initials: ""
    property string avatarKey: record.split(":")[1] ?? ""
    property string statusColor: "neutral"
    property string statusText: ""
    property list<string> tags
    property bool deleted: false
    property bool waiting: false
    property int version: 1
    property var viewers: []
    property string viewersText: ""
    property string titleEditorsText: ""
    property string soughtNote: ""
    property RecordFieldsModel fields: RecordFieldsModel { }
    property ConflictListModel conflicts: ConflictListModel { }
    property RelatedRecordsModel people: RelatedRecordsModel { }
    property RelatedRecordsModel deals: RelatedRecordsModel { }
    property RelatedRecordsModel tasks: RelatedRecordsModel { }
    property RelatedRecordsModel notes: RelatedRecordsModel { }
    property BegunRecord begunNote: BegunRecord { }
    property BegunRecord begunTask: BegunRecord { }
    property BegunFields begunFields: BegunFields { }
    property RecordFilesModel files: RecordFilesModel { }
    property RecordPicture picture: RecordPicture { }
    property RecordHistoryModel history: RecordHistoryModel { }
    property var begunChanges: ({}) // by note
    property var calls: []

    function begunChange(note: string): BegunRecord {
        if (!begunChanges[note])
            begunChanges[note] = change.createObject(this);
        return begunChanges[note];
    }
    readonly property Component change: Component { BegunRecord { } }

    function call(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function problemWith(field: string, text: string): string { return field === "name" && text.trim() === "" ? "This must not be empty." : text === "wrong" ? "This cannot be kept." : ""; }
    function set(field: string, text: string, seenVersion: int, seenText: string) { call("set", [field, text, seenVersion, seenText]); }
    function addEntry(list: string, entry: string) { call("addEntry", [list, entry]); }
    function removeEntry(list: string, entry: string) { call("removeEntry", [list, entry]); }
    function edit(field: string) { call("edit", field); }
    function endEdit(field: string) { call("endEdit", field); }
    function moveToBin() { call("moveToBin", null); }
    function restore() { call("restore", null); }
}

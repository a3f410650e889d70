// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property RecordTableModel contacts: RecordTableModel { columns: ["company", "status", "emails", "changedAt", "owner"]; columnTitles: ["Company", "Status", "E-mail", "Last change", "Owner"] }
    property RecordTableModel companies: RecordTableModel { kind: "company"; columns: ["website", "tags", "changedAt", "owner"]; columnTitles: ["Website", "Tags", "Last change", "Owner"] }
    property RecordTableModel deals: RecordTableModel { kind: "deal"; columns: ["contact", "value", "expectedClose", "owner"]; columnTitles: ["Contact", "Value", "Expected close", "Owner"] }
    property RecordTableModel tasks: RecordTableModel { }
    property DealBoardModel board: DealBoardModel { }
    property RecordTableModel choices: RecordTableModel { } // of any kind
    property SavedViewsModel views: SavedViewsModel { } // of any kind
    property BulkActions bulk: BulkActions { }
    property FoundRecordsModel found: FoundRecordsModel { }
    property DuplicateCandidatesModel candidates: DuplicateCandidatesModel { }
    property DuplicateGroupsModel duplicates: DuplicateGroupsModel { }
    property ImportModel fileImport: ImportModel { }
    property ExportModel fileExport: ExportModel { }
    property RecordMerge merge: null
    property RecordMerge sampleMerge: RecordMerge { }
    property RecordPage current: null
    property PeopleModel people: PeopleModel { }
    property CrmSetup setup: CrmSetup { }
    property var defined: [] // the fields that managers have defined, of any kind
    readonly property var known: ({ // fields and lists, as src/domain/RecordSchema.cpp has them
        contact: ["name", "givenName", "familyName", "company", "job", "address", "owner", "status", "picture", "deleted", "emails", "phones", "tags"],
        company: ["name", "website", "address", "owner", "deleted", "emails", "phones", "tags"],
        deal: ["name", "value", "place", "probability", "expectedClose", "owner", "contact", "company", "deleted", "tags"],
        task: ["name", "due", "reminder", "assignee", "done", "about", "deleted"],
        note: ["text", "about", "mentionNames", "call", "minutes", "deleted", "mentions"]
    })
    property string undoText: ""
    property var pages: ({}) // by record, for open()
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function open(record: string) {
        calls = calls.concat([["open", record]]);
        current = pages[record] ?? current;
    }
    function viewsOf(kind: string): SavedViewsModel { return views; }
    function startMerge(records: var) { merge = Array.from(records).length > 1 ? sampleMerge : null; }
    function choicesFrom(kind: string): RecordTableModel { return choices; }
    function close() { current = null; }
    function problemWith(kind: string, field: string, text: string): string {
        if (known[kind] && !known[kind].includes(field) && !Array.from(definedFields(kind)).some(one => one.field === field))
            return "There is no such field any more.";
        if (kind === "note")
            return text.length > 10000 ? "It is longer than 10000 characters." : "";
        if (field === "expectedClose" || field === "due")
            return text === "soon" ? "Write a day." : "";
        return field === "name" && text.trim() === "" ? "This must not be empty." : field === "value" && !/^[0-9.]+ [A-Z]{3}$/.test(text) ? "Write an amount and a currency, such as 12.50 EUR." : "";
    }
    function create(kind: string, fields: var): string {
        record("create", [kind, fields]);
        return kind + ":new";
    }
    function openNote(record: string, note: string) {
        open(record);
        if (current)
            current.soughtNote = note;
    }
    function addNote(about: string, text: string, mentioned: list<string>): string {
        record("addNote", [about, text, Array.from(mentioned)]);
        return "command";
    }
    function addCall(about: string, call: string, minutes: string, text: string, mentioned: list<string>): string {
        record("addCall", [about, call, minutes, text, Array.from(mentioned)]);
        return "command";
    }
    function changeNote(note: string, begun: BegunRecord) {
        record("changeNote", [note, begun.seen.version, begun.seen.text, begun.text, Array.from(begun.mentioned)]);
        begun.kept("command");
    }
    function addTask(about: string, name: string, due: string): string {
        record("addTask", [about, name, due]);
        return "command";
    }
    function setDone(task: string, done: bool) { record("setDone", [task, done]); }
    function moveToBin(record: string, title: string) {
        calls = calls.concat([["moveToBin", record]]);
        undoText = "“" + title + "” is in the bin.";
    }
    function undo() { undoText = ""; }
    function definedFields(kind: string): var { return defined; }
    function choicesOf(kind: string, field: string): var {
        if (field === "x:size")
            return [{ value: "Small", text: "Small" }, { value: "Large", text: "Large" }];
        return field === "status" ? [{ value: "lead", text: "Lead" }, { value: "qualified", text: "Qualified" }, { value: "customer", text: "Customer" }, { value: "inactive", text: "Inactive" }]
                                  : [{ value: "lena", text: "You" }, { value: "amira", text: "Amira Haddad" }, { value: "jonas", text: "Jonas Weber" }];
    }
}

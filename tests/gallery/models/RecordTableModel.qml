// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    id: table

    property bool loaded: true
    property string text: ""
    property string sortBy: "name"
    property bool descending: false
    property bool bin: false
    property bool filtered: text !== "" || Object.keys(narrowed).length > 0
    property var columns: []
    property var columnTitles: []
    property string kind: "contact"
    property var seen: [] // the rows, from and to
    property var narrowed: ({}) // values by field
    property int filterCount: filters.count
    property FilterListModel filters: FilterListModel { }
    property RecordSelection selection: RecordSelection { rows: table }

    function sortByColumn(field: string) {
        descending = sortBy === field && !descending;
        sortBy = field;
    }
    function filterBy(field: string, value: string) {
        const next = Object.assign({}, narrowed);
        delete next[field];
        narrowed = value === "" ? next : Object.assign(next, { [field]: value });
    }
    function filterOf(field: string): string { return narrowed[field] ?? ""; }
    function clearFilters() {
        text = "";
        narrowed = {};
    }
    function columnChoices(): var {
        return Array.from(columns).map((field, place) => ({ value: field, text: columnTitles[place], shown: true })).concat([{ value: "job", text: "Job", shown: false }]);
    }
    function showColumn(field: string, shown: bool) {
        const place = Array.from(columns).indexOf(field);
        columnTitles = shown ? Array.from(columnTitles).concat([field]) : Array.from(columnTitles).filter((title, at) => at !== place);
        columns = shown ? Array.from(columns).concat([field]) : Array.from(columns).filter(one => one !== field);
    }
    function see(first: int, last: int) { seen = [first, last]; }
    function firstSeen(): int { return seen[0] ?? 0; }
    function rowOf(record: string): int { return Array.from({ length: count }, (_, row) => get(row).record).indexOf(record); }
    function recordAt(row: int): string { return values[row]?.record ?? ""; }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool loaded: true
    property string text: ""
    property string sortBy: "name"
    property bool descending: false
    property bool bin: false
    property bool filtered: text !== "" || Object.keys(filters).length > 0
    property var columns: []
    property var columnTitles: []
    property var filters: ({})

    function sortByColumn(field: string) {
        descending = sortBy === field && !descending;
        sortBy = field;
    }
    function filterBy(field: string, value: string) {
        const next = Object.assign({}, filters);
        delete next[field];
        filters = value === "" ? next : Object.assign(next, { [field]: value });
    }
    function filterOf(field: string): string { return filters[field] ?? ""; }
    function clearFilters() {
        text = "";
        filters = {};
    }
    function rowOf(record: string): int { return values.findIndex(row => row.record === record); }
    function recordAt(row: int): string { return values[row]?.record ?? ""; }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Which rows of a sample table are chosen.
QtObject {
    id: selection

    property ListModel rows: null
    property int count: 0
    property int anchor: -1
    readonly property bool all: count > 0 && count === (rows?.count ?? 0)

    function put(row: int, on: bool) {
        rows.setProperty(row, "selected", on);
        let chosen = 0;
        for (let place = 0; place < rows.count; ++place)
            chosen += rows.get(place).selected ? 1 : 0;
        count = chosen;
    }
    function toggle(row: int) {
        anchor = row;
        put(row, !rows.get(row).selected);
    }
    function extendTo(row: int) {
        for (let place = Math.min(anchor, row); place <= Math.max(anchor, row); ++place)
            put(place, true);
    }
    function selectAll() {
        for (let place = 0; place < rows.count; ++place)
            put(place, true);
    }
    function clear() {
        for (let place = 0; place < rows.count; ++place)
            put(place, false);
    }
}

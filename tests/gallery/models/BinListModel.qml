// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function restore(record: string) { calls = calls.concat([["restore", record]]); }
}

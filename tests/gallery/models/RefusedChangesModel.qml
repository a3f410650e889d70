// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property var calls: []

    function retry(changeId: string) { calls = calls.concat([["retry", changeId]]); }
    function replace(changeId: string, value: string) { calls = calls.concat([["replace", changeId, value]]); }
    function discard(changeId: string) { calls = calls.concat([["discard", changeId]]); }
}

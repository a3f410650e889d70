// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property var calls: []

    function keep(conflictId: string) { calls = calls.concat([["keep", conflictId]]); }
    function take(conflictId: string) { calls = calls.concat([["take", conflictId]]); }
    function decide(conflictId: string, value: string) { calls = calls.concat([["decide", conflictId, value]]); }
}

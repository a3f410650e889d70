// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property var spans: []
    property var curves: []
    property var ticks: []
    property int longest: 0
    property string summary: ""
    property string problem: ""
    property int refreshes: 0

    signal exported(string json)

    function refresh() { ++refreshes; }
    function exportJson() { exported("{}"); }
}

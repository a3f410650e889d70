// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool more: false
    property string filter: ""
    property int asked: 0 // how often older entries were asked for

    function showOlder() { ++asked; }
}

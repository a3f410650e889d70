// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property bool loaded: true
    property string shown: ""
}

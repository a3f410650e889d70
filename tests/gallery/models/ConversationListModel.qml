// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property string filter: ""
    property bool loaded: true
}

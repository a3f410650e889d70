// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

Rectangle {
    color: Theme.colors.window

    EmptyState {
        anchors.fill: parent
        busy: true
        iconName: ""
        title: qsTr("Opening your workspace")
    }
}

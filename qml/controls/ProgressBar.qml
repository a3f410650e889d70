// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// How much of something is done.
T.ProgressBar {
    id: control

    required property string name // for assistive technology

    implicitWidth: 200
    implicitHeight: 8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name
    Accessible.description: qsTr("%1 %").arg(Math.round(position * 100))

    background: Rectangle {
        radius: height / 2
        color: Theme.colors.sunken
        border.width: Theme.highContrast ? 1 : 0
        border.color: Theme.colors.control
    }
    contentItem: Item {
        Rectangle {
            x: control.mirrored ? parent.width - width : 0
            width: Math.max(height, control.position * parent.width)
            height: parent.height
            radius: height / 2
            color: Theme.colors.accent
        }
    }
}

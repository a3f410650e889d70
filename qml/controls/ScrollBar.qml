// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

T.ScrollBar {
    id: control

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    minimumSize: 0.06
    visible: policy !== T.ScrollBar.AlwaysOff && size < 1

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: Theme.colors.text3
        opacity: control.pressed ? 0.8 : control.hovered ? 0.6 : control.active ? 0.4 : 0

        Behavior on opacity {
            NumberAnimation { duration: Theme.normal; easing.type: Theme.easing }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// A count, as of unread messages; nothing at zero and "99+" beyond.
Rectangle {
    id: badge

    required property int count
    readonly property alias text: number.text

    visible: count > 0
    implicitWidth: Math.max(18, number.implicitWidth + 10)
    implicitHeight: 18
    radius: 9
    color: Theme.colors.accent
    Accessible.ignored: true

    Text {
        id: number
        anchors.centerIn: parent
        textFormat: Text.PlainText
        text: badge.count > 99 ? qsTr("99+") : badge.count
        color: Theme.colors.accentText
        font: Theme.captionStrong
    }
}

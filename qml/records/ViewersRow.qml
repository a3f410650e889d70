// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// Who else looks at the same record now.
RowLayout {
    id: row

    required property var viewers
    required property string text
    readonly property int mostAvatars: 4

    visible: text !== ""
    spacing: Theme.space8

    Row {
        spacing: Theme.space2

        Repeater {
            model: Array.from(row.viewers).slice(0, row.mostAvatars)

            Avatar {
                required property var modelData

                initials: modelData.initials
                colorKey: modelData.avatarKey
                size: Theme.avatarTable
            }
        }
    }
    Label {
        objectName: "viewers"
        text: row.text
        font: Theme.small
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        maximumLineCount: 2
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        Layout.fillWidth: true
    }
}

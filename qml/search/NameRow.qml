// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// A person or a conversation that was found by a name.
ListRow {
    id: row

    required property string title
    required property var marks // where the title has what is typed: { from, length }
    property string help: ""
    property string initials: ""
    property string avatarKey: ""
    property string presence: ""
    property bool group: false

    implicitHeight: 52
    Accessible.name: help === "" ? title : title + ", " + help

    contentItem: RowLayout {
        spacing: Theme.space12

        Avatar {
            initials: row.initials
            colorKey: row.avatarKey
            group: row.group
            presence: row.presence
            ground: row.ground
            size: 34
        }
        ColumnLayout {
            spacing: 1
            Layout.fillWidth: true

            MarkedText {
                text: row.title
                marks: row.marks
                font: Theme.labelStrong
                color: Theme.colors.text
                ground: row.ground
                markGround: row.highlighted ? Theme.colors.raised : Theme.colors.accentSoft
                Layout.fillWidth: true
            }
            Label {
                visible: text !== ""
                text: row.help
                font: Theme.small
                color: Theme.colors.text2
                maximumLineCount: 1
                Layout.fillWidth: true
            }
        }
    }
}

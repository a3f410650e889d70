// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One thing the palette can go to or do.
ListRow {
    id: row

    property string title: ""
    property string help: ""
    property string keys: ""
    property string iconName: "" // an action; else an avatar is shown
    property string initials: ""
    property string avatarKey: ""
    property string presence: ""
    property bool group: false

    base: Theme.colors.raised
    implicitHeight: iconName === "" ? 52 : 40
    focusPolicy: Qt.NoFocus
    Accessible.name: help === "" ? title : title + ", " + help

    contentItem: RowLayout {
        spacing: Theme.space12

        Avatar {
            visible: row.iconName === ""
            initials: row.initials
            colorKey: row.avatarKey
            group: row.group
            presence: row.presence
            ground: row.ground
            size: 34
        }
        Icon {
            visible: row.iconName !== ""
            name: row.iconName
            Layout.leftMargin: Theme.space8
            Layout.rightMargin: Theme.space8
        }
        ColumnLayout {
            spacing: 1
            Layout.fillWidth: true

            Label {
                text: row.title
                font: row.iconName === "" ? Theme.labelStrong : Theme.body
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
        KeyHint {
            visible: row.keys !== ""
            keys: row.keys
        }
    }
}

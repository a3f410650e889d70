// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One entry of the audit log.
ListRow {
    id: row

    required property string sentence
    required property string time
    required property string fullTime
    required property string actor
    required property string initials
    required property string avatarKey

    base: Theme.colors.raised
    implicitHeight: Math.max(48, implicitContentHeight + 2 * Theme.space8)
    Accessible.name: row.sentence + ", " + row.fullTime

    contentItem: RowLayout {
        spacing: Theme.space12

        Avatar {
            visible: row.actor !== ""
            initials: row.initials
            colorKey: row.avatarKey
            size: Theme.avatarMessage
        }
        Icon {
            visible: row.actor === ""
            name: "shield-alert"
            color: Theme.colors.text2
            Layout.preferredWidth: Theme.avatarMessage
        }
        Label {
            text: Bidi.sentence(row.sentence)
            font: Theme.body
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Label {
            text: row.time
            font: Theme.small
            color: Theme.colors.text3
        }
    }
    ToolTip {
        visible: row.hovered
        text: row.fullTime
    }
}

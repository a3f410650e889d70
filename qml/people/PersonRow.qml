// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One person of a PeopleModel: who, and whether they are there. What stands at its end is up to the list it is in.
ListRow {
    id: row

    required property string userId
    required property string displayName
    required property string initials
    required property string avatarKey
    required property string presence
    required property string presenceText
    required property bool isMe
    required property string role
    required property string about

    readonly property real endPadding: Theme.space12 + (trailingRow.width > 0 ? trailingRow.width + Theme.space8 : 0)
    default property alias trailing: trailingRow.data

    leftPadding: mirrored ? endPadding : Theme.space12
    rightPadding: mirrored ? Theme.space12 : endPadding
    Accessible.name: displayName + ", " + presenceText + (about === "" ? "" : ", " + about)

    contentItem: RowLayout {
        spacing: Theme.space12

        Avatar {
            initials: row.initials
            colorKey: row.avatarKey
            presence: row.presence
            ground: row.ground
            size: 36
        }
        ColumnLayout {
            spacing: 1
            Layout.fillWidth: true

            Label {
                text: row.isMe ? qsTr("%1 (you)").arg(row.displayName) : row.displayName
                font: Theme.labelStrong
                Layout.fillWidth: true
            }
            Label {
                text: row.about === "" ? row.presenceText : qsTr("%1 · %2", "Online · Refunds and billing").arg(row.presenceText).arg(row.about)
                font: Theme.small
                color: Theme.colors.text2
                Layout.fillWidth: true
            }
        }
    }

    RowLayout {
        id: trailingRow
        anchors.right: parent.right
        anchors.rightMargin: Theme.space12
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space4
    }
}

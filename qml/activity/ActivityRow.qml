// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One entry of the feed, with its day above it when the day changes.
FocusScope {
    id: row

    required property string actorName
    required property string initials
    required property string avatarKey
    required property string objectType
    required property string sentence
    required property string timeText
    required property string fullTimeText
    required property string dayText
    required property string conversationId
    required property string record

    signal clicked

    implicitHeight: column.implicitHeight
    onActiveFocusChanged: {
        if (activeFocus)
            entry.forceActiveFocus(Qt.TabFocusReason);
    }

    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0

        SectionTitle {
            visible: row.dayText !== ""
            text: row.dayText
            Layout.leftMargin: Theme.space12
            Layout.topMargin: Theme.space16
            Layout.bottomMargin: Theme.space8
        }
        ListRow {
            id: entry
            focus: true
            enabled: row.conversationId !== "" || row.record !== ""
            implicitHeight: 52
            Layout.fillWidth: true
            Accessible.name: row.sentence + ", " + row.fullTimeText
            onClicked: row.clicked()

            contentItem: RowLayout {
                spacing: Theme.space12

                Avatar {
                    initials: row.initials
                    colorKey: row.avatarKey
                    size: Theme.avatarMessage
                }
                Label {
                    text: Bidi.sentence(row.sentence)
                    font: Theme.body
                    Layout.fillWidth: true
                }
                Label {
                    text: row.timeText
                    font: Theme.small
                    color: Theme.colors.text3
                }
            }
            ToolTip {
                visible: entry.hovered
                text: row.fullTimeText
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One row of a SearchModel: who wrote it where, when, and the part of the message with the hits.
ListRow {
    id: row

    required property string heading
    required property string initials
    required property string avatarKey
    required property var snippet // { text, marks }
    required property string timeText
    required property string fullTimeText
    required property bool insideWords
    required property bool onServerOnly

    implicitHeight: 56
    Accessible.name: (onServerOnly ? qsTr("%1, %2, only on the server: %3") : qsTr("%1, %2: %3")).arg(heading).arg(fullTimeText).arg(snippet.text)

    contentItem: RowLayout {
        spacing: Theme.space12

        Avatar {
            initials: row.initials
            colorKey: row.avatarKey
            ground: row.ground
            size: 34
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.space8

                Label {
                    text: row.heading
                    font: Theme.labelStrong
                    Layout.fillWidth: true
                }
                Label {
                    visible: row.insideWords
                    text: qsTr("Inside a word")
                    font: Theme.caption
                    color: Theme.colors.text2
                }
                Label {
                    visible: row.onServerOnly
                    text: qsTr("Only on the server")
                    font: Theme.caption
                    color: Theme.colors.text2
                }
                Label {
                    text: row.timeText
                    font: Theme.caption
                    color: Theme.colors.text2
                }
            }
            MarkedText {
                text: row.snippet.text
                marks: row.snippet.marks
                ground: row.ground
                markGround: row.highlighted ? Theme.colors.raised : Theme.colors.accentSoft
                Layout.fillWidth: true
            }
        }
    }
}

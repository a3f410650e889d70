// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What happened to a record and what belongs to it, newest first, a page at a time.
ColumnLayout {
    id: part

    required property RecordHistoryModel history

    spacing: Theme.space12

    SectionTitle {
        text: qsTr("Timeline")
    }
    ChoiceButton {
        objectName: "timelineFilter"
        label: qsTr("Show")
        value: part.history.filter
        options: [
            { value: "", text: qsTr("Everything") },
            { value: "messages", text: qsTr("Messages") },
            { value: "changes", text: qsTr("Changes") },
            { value: "notes", text: qsTr("Notes") },
            { value: "deals", text: qsTr("Deals") },
            { value: "tasks", text: qsTr("Tasks") }
        ]
        onChosen: value => part.history.filter = value
    }
    Repeater {
        model: part.history

        RowLayout {
            id: entry

            required property string sentence
            required property string time
            required property string fullTime
            required property string initials
            required property string avatarKey

            spacing: Theme.space12
            Layout.fillWidth: true
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, %2", "what happened, when").arg(sentence).arg(fullTime)

            Avatar {
                initials: entry.initials
                colorKey: entry.avatarKey
                size: Theme.avatarTable
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                Label {
                    text: entry.sentence
                    font: Theme.label
                    wrapMode: Text.Wrap
                    maximumLineCount: 6
                    Layout.fillWidth: true
                }
                Label {
                    text: entry.time
                    font: Theme.small
                    color: Theme.colors.text2
                }
            }
        }
    }
    Button {
        visible: part.history.more
        kind: Button.Quiet
        text: qsTr("Show older entries")
        onClicked: part.history.showOlder()
    }
}

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
            { value: "calls", text: qsTr("Calls") },
            { value: "deals", text: qsTr("Deals") },
            { value: "tasks", text: qsTr("Tasks") },
            { value: "files", text: qsTr("Files") }
        ]
        onChosen: value => part.history.filter = value
    }
    Column {
        spacing: Theme.space12
        Layout.fillWidth: true

        Repeater {
            model: part.history

            HistoryEntry {
                width: part.width
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

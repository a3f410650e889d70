// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Theme

// What colleagues wrote about a record, and a field for more. Ctrl+Enter keeps it, "@" mentions somebody.
ColumnLayout {
    id: part

    required property RelatedRecordsModel notes
    required property Crm crm
    required property string about // a record
    property string soughtNote: "" // that somebody was led to

    signal sought(item: Item)

    function add() {
        if (text.text.trim() === "")
            return;
        crm.addNote(about, text.text, picker.chosen);
        text.clear();
    }

    spacing: Theme.space8

    SectionTitle {
        text: qsTr("Notes")
    }
    Rectangle {
        implicitHeight: Math.max(64, text.implicitHeight)
        radius: Theme.radiusControl
        color: Theme.colors.raised
        border.width: text.activeFocus ? 2 : 1
        border.color: text.activeFocus ? Theme.colors.focus : Theme.colors.control
        Layout.fillWidth: true

        TextArea {
            id: text
            objectName: "note"
            anchors.fill: parent
            font: Theme.label
            placeholderText: qsTr("Write a note")
            Accessible.description: picker.visible ? qsTr("%1: Enter mentions, an arrow key chooses another, Escape closes").arg(picker.currentName) : ""
            Keys.onPressed: event => {
                if (picker.take(event.key)) {
                    event.accepted = true;
                } else if (event.key === Qt.Key_Return && event.modifiers & Qt.ControlModifier) {
                    event.accepted = true;
                    part.add();
                }
            }

            MentionPicker {
                id: picker
                field: text
                people: part.crm.people
            }
        }
    }
    Button {
        text: qsTr("Keep note")
        enabled: text.text.trim() !== ""
        onClicked: part.add()
        Layout.alignment: Qt.AlignRight
    }
    Repeater {
        model: part.notes

        NoteRow {
            id: note

            sought: record === part.soughtNote
            Layout.fillWidth: true

            Timer { // when it has its place
                interval: 1
                running: note.sought
                onTriggered: part.sought(note)
            }
        }
    }
}

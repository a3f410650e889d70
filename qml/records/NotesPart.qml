// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Theme

// What colleagues wrote about a record or said on the phone, and a field for more. Ctrl+Enter keeps it, "@" mentions somebody.
ColumnLayout {
    id: part

    required property RelatedRecordsModel notes
    required property Crm crm
    required property string about // a record
    property string soughtNote: "" // that somebody was led to

    property string call: "" // which one the text is about

    signal sought(item: Item)

    function add() {
        if (text.text.trim() === "")
            return;
        if (call === "")
            crm.addNote(about, text.text, picker.chosen);
        else
            crm.addCall(about, call, minutes.visible ? minutes.text : "", text.text, picker.chosen);
        text.clear();
        minutes.clear();
        call = "";
    }

    onAboutChanged: {
        minutes.clear();
        call = "";
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
            placeholderText: part.call === "" ? qsTr("Write a note") : qsTr("Write what was said")
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
    Flow {
        spacing: Theme.space8
        layoutDirection: Qt.RightToLeft
        Layout.fillWidth: true

        Button {
            objectName: "keepNote"
            text: part.call === "" ? qsTr("Keep note") : qsTr("Keep call")
            enabled: text.text.trim() !== ""
            onClicked: part.add()
        }
        TextField {
            id: minutes
            objectName: "minutes"
            visible: part.call === "incoming" || part.call === "outgoing"
            implicitWidth: 96
            placeholderText: qsTr("Minutes")
            validator: IntValidator { bottom: 0; top: 1440 }
            onAccepted: part.add()
        }
        ChoiceButton {
            objectName: "call"
            label: qsTr("Kind")
            value: part.call
            options: [
                { value: "", text: qsTr("Note") },
                { value: "incoming", text: qsTr("Incoming call") },
                { value: "outgoing", text: qsTr("Outgoing call") },
                { value: "missed", text: qsTr("Missed call") }
            ]
            onChosen: value => part.call = value
        }
    }
    Repeater {
        model: part.notes

        NoteRow {
            id: note

            sought: record === part.soughtNote
            onRemoved: part.crm.moveToBin(record, title)
            Layout.fillWidth: true

            Timer { // when it has its place
                interval: 1
                running: note.sought
                onTriggered: part.sought(note)
            }
        }
    }
}

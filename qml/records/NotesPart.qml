// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What colleagues wrote about a record or said on the phone, and a field for more.
ColumnLayout {
    id: part

    required property RelatedRecordsModel notes
    required property Crm crm
    required property string about // a record
    property string soughtNote: "" // that somebody was led to

    property string call: "" // which one the text is about

    signal sought(item: Item)

    function add() {
        if (!field.ready)
            return;
        if (call === "")
            crm.addNote(about, field.text, field.mentioned);
        else
            crm.addCall(about, call, minutes.visible ? minutes.text : "", field.text, field.mentioned);
        field.clear();
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
    NoteField {
        id: field
        crm: part.crm
        placeholderText: part.call === "" ? qsTr("Write a note") : qsTr("Write what was said")
        onKept: part.add()
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space8
        layoutDirection: Qt.RightToLeft
        Layout.fillWidth: true

        Button {
            objectName: "keepNote"
            text: part.call === "" ? qsTr("Keep note") : qsTr("Keep call")
            enabled: field.ready
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

            crm: part.crm
            sought: record === part.soughtNote
            onChanged: (seenVersion, seenText, text, mentioned) => part.crm.changeNote(record, seenVersion, seenText, text, mentioned)
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

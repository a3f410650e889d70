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

    required property RecordPage page
    required property Crm crm
    property BegunRecord begun: page.begunNote

    signal sought(item: Item) // somebody was led to this note

    function add() {
        const about = page.record;
        if (field.ready)
            begun.kept(begun.call === "" ? crm.addNote(about, begun.text, begun.mentioned) : crm.addCall(about, begun.call, minutes.visible ? begun.minutes : "", begun.text, begun.mentioned));
    }

    function adopt() {
        if (field.text !== begun.text)
            field.show(begun.text);
    }

    onBegunChanged: {
        Composition.discard(); // it belongs to the record before
        adopt();
    }

    Connections {
        target: part.begun
        function onChanged() {
            part.adopt();
        }
    }

    spacing: Theme.space8

    SectionTitle {
        text: qsTr("Notes")
    }
    NoteField {
        id: field
        crm: part.crm
        placeholderText: part.begun.call === "" ? qsTr("Write a note") : qsTr("Write what was said")
        Component.onCompleted: part.adopt()
        onTextChanged: part.begun.text = text
        onMentionedChanged: part.begun.mentioned = mentioned
        onKept: part.add()
        Layout.fillWidth: true

        Binding on mentioned { value: part.begun.mentioned }
    }
    Flow {
        spacing: Theme.space8
        layoutDirection: Qt.RightToLeft
        Layout.fillWidth: true

        Button {
            objectName: "keepNote"
            text: part.begun.call === "" ? qsTr("Keep note") : qsTr("Keep call")
            enabled: field.ready
            onClicked: part.add()
        }
        TextField {
            id: minutes
            objectName: "minutes"
            visible: part.begun.call === "incoming" || part.begun.call === "outgoing"
            implicitWidth: 96
            text: part.begun.minutes
            placeholderText: qsTr("Minutes")
            onTextChanged: part.begun.minutes = text
            validator: IntValidator { bottom: 0; top: 1440 }
            onAccepted: part.add()
        }
        ChoiceButton {
            objectName: "call"
            label: qsTr("Kind")
            value: part.begun.call
            options: [
                { value: "", text: qsTr("Note") },
                { value: "incoming", text: qsTr("Incoming call") },
                { value: "outgoing", text: qsTr("Outgoing call") },
                { value: "missed", text: qsTr("Missed call") }
            ]
            onChosen: value => part.begun.call = value
        }
    }
    Repeater {
        model: part.page.notes

        NoteRow {
            id: note

            crm: part.crm
            change: own ? part.page.begunChange(record) : null
            sought: record === part.page.soughtNote
            onKept: part.crm.changeNote(record, change)
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

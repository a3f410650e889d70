// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What colleagues wrote about a record, and a field for more. Ctrl+Enter keeps it.
ColumnLayout {
    id: part

    required property RelatedRecordsModel notes
    required property Crm crm
    required property string about // a record

    function add() {
        if (text.text.trim() === "")
            return;
        crm.addNote(about, text.text);
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
            Keys.onReturnPressed: event => {
                event.accepted = event.modifiers & Qt.ControlModifier;
                if (event.accepted)
                    part.add();
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

        ColumnLayout {
            id: note

            required property string body
            required property string detail
            required property bool waiting

            spacing: 2
            Layout.fillWidth: true

            Label {
                text: note.body
                font: Theme.label
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Layout.fillWidth: true
            }
            RowLayout {
                Label {
                    text: note.detail
                    font: Theme.small
                    color: Theme.colors.text2
                }
                Icon {
                    visible: note.waiting
                    name: "clock"
                    size: Theme.iconSmall
                }
            }
        }
    }
}

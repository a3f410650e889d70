// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Theme

// A field for a note's text: Ctrl+Enter keeps it, "@" mentions somebody.
Rectangle {
    id: field

    required property PeopleModel people
    property alias text: text.text
    property alias placeholderText: text.placeholderText
    readonly property list<string> mentioned: picker.chosen

    signal kept

    function clear() {
        text.clear();
    }

    // With a text, the cursor behind it.
    function begin(written: string) {
        text.text = written;
        text.cursorPosition = text.length;
        picker.dismiss(); // a mention that is there already
        text.forceActiveFocus(Qt.OtherFocusReason);
    }

    implicitHeight: Math.max(64, text.implicitHeight)
    radius: Theme.radiusControl
    color: Theme.colors.raised
    border.width: text.activeFocus ? 2 : 1
    border.color: text.activeFocus ? Theme.colors.focus : Theme.colors.control

    TextArea {
        id: text
        objectName: "note"
        anchors.fill: parent
        font: Theme.label
        Accessible.description: picker.visible ? qsTr("%1: Enter mentions, an arrow key chooses another, Escape closes").arg(picker.currentName) : ""
        Keys.onPressed: event => {
            if (picker.take(event.key)) {
                event.accepted = true;
            } else if (event.key === Qt.Key_Return && event.modifiers & Qt.ControlModifier) {
                event.accepted = true;
                field.kept();
            }
        }

        MentionPicker {
            id: picker
            field: text
            people: field.people
        }
    }
}

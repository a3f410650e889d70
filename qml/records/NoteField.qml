// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Theme

// A field for a note's text: Ctrl+Enter keeps it, "@" mentions somebody. What cannot be kept stays, with the reason below it.
ColumnLayout {
    id: field

    required property Crm crm
    property alias text: text.text
    property alias placeholderText: text.placeholderText
    property alias mentioned: picker.chosen // ids
    readonly property string problem: text.length > 0 ? crm.problemWith("note", "text", text.text) : ""
    readonly property bool ready: text.text.trim() !== "" && problem === ""

    signal kept // only when it is ready

    // Another text, the cursor behind it.
    function show(written: string) {
        picker.show(written);
    }

    function take() {
        text.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Theme.space4

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
            Accessible.description: picker.asking ? qsTr("%1: Enter mentions, an arrow key chooses another, Escape closes").arg(picker.currentName) : field.problem
            Keys.onPressed: event => {
                if (picker.take(event.key)) {
                    event.accepted = true;
                } else if (event.key === Qt.Key_Return && event.modifiers & Qt.ControlModifier) {
                    event.accepted = true;
                    if (field.ready)
                        field.kept();
                } else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
                    event.accepted = true;
                    const forward = event.key === Qt.Key_Tab;
                    nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
                }
            }

            MentionPicker {
                id: picker
                field: text
                people: field.crm.people
            }
        }
    }
    Label {
        objectName: "problem"
        visible: field.problem !== "" && field.text.trim() !== ""
        text: field.problem
        font: Theme.small
        color: Theme.colors.error
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
}

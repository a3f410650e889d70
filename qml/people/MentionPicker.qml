// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// People to mention, below the "@" that is being typed in a text: an arrow key chooses, Enter inserts, Escape leaves the "@" alone. The keyboard stays in the text.
Popover {
    id: picker

    required property TextArea field
    required property PeopleModel people
    property list<string> chosen // ids of those who were inserted
    property bool showing: false // what is set is no question, not even for a moment
    readonly property bool asking: !showing && field.activeFocus && entry.active && list.count > 0 // it may be visible for longer, while it fades
    readonly property string currentName: (list.currentItem as PersonRow)?.displayName ?? ""

    // Whether a key of the field was meant for the list.
    function take(key: int): bool {
        if (!asking)
            return false;
        if (key === Qt.Key_Down)
            list.incrementCurrentIndex();
        else if (key === Qt.Key_Up)
            list.decrementCurrentIndex();
        else if (key === Qt.Key_Return || key === Qt.Key_Enter || key === Qt.Key_Tab)
            insert(list.currentItem as PersonRow);
        else if (key === Qt.Key_Escape)
            entry.dismiss();
        else
            return false;
        return true;
    }

    // Another text in the field, the cursor behind it: a mention at its end is there already.
    function show(written: string) {
        showing = true;
        field.text = written;
        field.cursorPosition = field.length;
        entry.dismiss();
        showing = false;
    }

    function insert(person: PersonRow) {
        const begin = entry.begin();
        const end = entry.cursor;
        const name = person.displayName + " ";
        chosen = Array.from(chosen).concat([person.userId]);
        field.remove(begin, end);
        field.insert(begin, name);
        field.cursorPosition = begin + name.length;
        entry.dismiss(); // it is written
        field.forceActiveFocus();
    }

    objectName: "mentions"
    parent: field
    x: Math.min(field.cursorRectangle.x, Math.max(0, field.width - width))
    y: field.cursorRectangle.y + field.cursorRectangle.height + Theme.space4
    width: Math.min(320, field.width)
    height: Math.min(list.contentHeight, 5 * 52) + topPadding + bottomPadding
    padding: Theme.space4
    focus: false
    closePolicy: T.Popup.NoAutoClose
    visible: asking

    ListView {
        id: list
        objectName: "list"
        anchors.fill: parent

        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("People to mention")
        model: FilterModel {
            sourceModel: picker.people
            nameRoles: ["displayName", "name"]
            limit: 20
            text: entry.typed
            onTextChanged: list.currentIndex = 0
        }
        delegate: PersonRow {
            id: person

            width: ListView.view.width
            implicitHeight: 52
            base: Theme.colors.raised
            focusPolicy: Qt.NoFocus
            highlighted: ListView.isCurrentItem
            onClicked: picker.insert(person)
        }
    }

    Connections {
        target: picker.field

        function onTextChanged() {
            if (picker.field.length === 0)
                picker.chosen = [];
        }
    }
    MentionEntry {
        id: entry
        text: picker.field.text
        cursor: picker.field.cursorPosition
    }
}

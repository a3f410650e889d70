// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Chooses people by name. Rows are pressed on and off; what is typed narrows the list.
ColumnLayout {
    id: picker

    required property PeopleModel people
    property PeopleModel excluded // cannot be chosen, such as those who are in already
    property bool withMe: false
    property list<string> chosen   // ids, in the order they were chosen
    property string firstChosenName: ""

    function toggle(userId: string, name: string) {
        const at = chosen.indexOf(userId);
        const next = Array.from(chosen);
        if (at >= 0)
            next.splice(at, 1);
        else
            next.push(userId);
        if (next.length === 1 && at < 0)
            firstChosenName = name;
        chosen = next;
    }

    function reset() {
        chosen = [];
        search.clear();
        list.currentIndex = 0;
        search.forceActiveFocus();
    }

    spacing: Theme.space8

    SearchField {
        id: search
        objectName: "search"
        placeholderText: qsTr("Find people")
        Layout.fillWidth: true
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
        onTextChanged: list.currentIndex = 0
        onAccepted: {
            if (list.currentItem)
                (list.currentItem as PersonRow).clicked();
        }
    }
    ListView {
        id: list
        objectName: "people"

        clip: true
        currentIndex: 0
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        ScrollBar.vertical: ScrollBar { }
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: 280
        Accessible.role: Accessible.List
        Accessible.name: qsTr("People")

        model: FilterModel {
            sourceModel: picker.people
            nameRoles: ["displayName", "name"]
            text: search.text
        }

        delegate: PersonRow {
            id: person

            required property int index

            readonly property bool possible: (picker.withMe || !isMe) && !(picker.excluded && picker.excluded.contains(userId))
            readonly property bool picked: picker.chosen.indexOf(userId) >= 0

            width: ListView.view.width
            implicitHeight: 52
            base: Theme.colors.raised
            visible: possible
            height: possible ? implicitHeight : 0
            highlighted: ListView.isCurrentItem && search.activeFocus
            checkable: true
            checked: picked
            Accessible.checked: picked
            onClicked: {
                if (possible)
                    picker.toggle(userId, displayName);
            }

            Rectangle {
                implicitWidth: 20
                implicitHeight: 20
                radius: Theme.radiusTag
                color: person.picked ? Theme.colors.accent : "transparent"
                border.width: person.picked ? 0 : 1
                border.color: Theme.colors.text3

                Icon {
                    visible: person.picked
                    anchors.centerIn: parent
                    name: "check"
                    size: Theme.iconSmall
                    color: Theme.colors.accentText
                }
            }
        }

        EmptyState {
            visible: list.count === 0
            anchors.fill: parent
            iconName: "users"
            title: search.text === "" ? qsTr("Nobody else is here yet") : qsTr("Nobody is called that")
            text: search.text === "" ? qsTr("Add people on the server, then they appear here.") : ""
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// One status that a contact may have: its place, its name and its colour. One row of a StatusListModel.
RowLayout {
    id: row

    required property int index
    required property string status
    required property string name
    required property string color
    property StatusListModel statuses: null
    property int version: 0 // of the workspace

    readonly property string problem: nameField.problem

    signal removeAsked

    spacing: Theme.space4
    z: handle.dragged ? 1 : 0
    transform: Translate { y: handle.offset }

    OrderHandle {
        id: handle
        objectName: "handle"
        name: row.name
        place: row.index
        count: row.statuses?.count ?? 0
        step: row.height + Theme.space4
        onMoved: place => row.statuses.moveTo(row.status, place)
    }
    SavedField {
        id: nameField
        objectName: "statusName"
        implicitWidth: 100
        value: row.name
        version: row.version
        maximumLength: 50
        verdict: row.statuses?.problemWith(text) ?? ""
        Accessible.name: qsTr("Name of the status")
        onSaved: (text, seenVersion, seenValue) => row.statuses.rename(row.status, text, seenVersion, seenValue)
        Layout.fillWidth: true
    }
    StatusChip {
        text: row.name
        tone: row.color
        Layout.preferredWidth: 110
    }
    Button {
        id: colorButton
        objectName: "color"
        text: Array.from(row.statuses?.colors() ?? []).find(choice => choice.value === row.color)?.text ?? ""
        Accessible.name: qsTr("Colour of %1: %2").arg(row.name).arg(text)
        onClicked: (colors.createObject(colorButton) as Menu).popup(colorButton, 0, colorButton.height + Theme.space4)
        Layout.preferredWidth: 84
    }
    IconButton {
        objectName: "remove"
        iconName: "trash-2"
        text: qsTr("Remove %1").arg(row.name)
        onClicked: row.removeAsked()
    }

    Component {
        id: colors

        ChoiceMenu {
            options: row.statuses.colors()
            value: row.color
            onChosen: value => row.statuses.setColor(row.status, value)
            onClosed: destroy()
        }
    }
}

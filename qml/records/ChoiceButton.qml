// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls

// One out of several in a menu, each { value, text }; says what it is about and which it is.
Button {
    id: control

    required property string label
    required property var options
    required property string value

    readonly property string shown: Array.from(options).find(option => option.value === value)?.text ?? value

    signal chosen(string value)

    text: label + ": " + shown
    onClicked: (menu.createObject(control) as Menu).popup(control, 0, control.height)

    Component {
        id: menu

        ChoiceMenu {
            options: control.options
            value: control.value
            onChosen: value => control.chosen(value)
            onClosed: destroy()
        }
    }
}

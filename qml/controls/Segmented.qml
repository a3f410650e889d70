// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// One choice out of a few, all in sight. Each option is { value, text }; the arrow keys move between them.
Rectangle {
    id: control

    required property string name // for assistive technology
    required property var options
    required property string value

    signal chosen(string value)

    opacity: enabled ? 1 : 0.55
    implicitWidth: row.implicitWidth
    implicitHeight: Theme.controlHeight
    radius: Theme.radiusControl
    color: Theme.colors.sunken
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.colors.control
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Row {
        id: row
        padding: 3
        anchors.fill: parent

        Repeater {
            id: repeater
            model: control.options

            T.RadioButton {
                id: option

                required property var modelData
                required property int index

                function step(by: int) {
                    const next = (option.index + by + repeater.count) % repeater.count;
                    repeater.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
                    control.chosen(control.options[next].value);
                }

                objectName: option.modelData.value
                implicitWidth: implicitContentWidth + 2 * Theme.space12
                height: control.height - 2 * row.padding
                text: option.modelData.text
                checked: control.value === option.modelData.value
                focusPolicy: Qt.StrongFocus
                Accessible.name: option.text
                activeFocusOnTab: checked
                onClicked: control.chosen(option.modelData.value)
                Keys.onLeftPressed: option.step(option.mirrored ? 1 : -1)
                Keys.onRightPressed: option.step(option.mirrored ? -1 : 1)

                contentItem: Label {
                    text: option.text
                    font: option.checked ? Theme.labelStrong : Theme.label
                    color: option.checked ? Theme.colors.text : Theme.colors.text2
                    horizontalAlignment: Text.AlignHCenter
                }
                background: Rectangle {
                    radius: Theme.radiusTag
                    color: option.checked ? Theme.colors.raised : option.hovered ? Theme.colors.hover : "transparent"
                    border.width: option.checked ? 1 : 0
                    border.color: Theme.colors.control

                    FocusRing { control: option; inset: -1 }
                }
            }
        }
    }
}

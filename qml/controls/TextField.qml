// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

T.TextField {
    id: control

    property bool wrong: false

    implicitWidth: 240
    implicitHeight: 36
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    verticalAlignment: TextInput.AlignVCenter
    font: Theme.body
    color: Theme.colors.text
    placeholderTextColor: Theme.colors.text3
    selectionColor: Theme.colors.accent
    selectedTextColor: Theme.colors.accentText
    selectByMouse: true
    Accessible.name: placeholderText

    Label {
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height
        visible: control.length === 0 && control.preeditText === ""
        text: control.placeholderText
        font: control.font
        color: control.placeholderTextColor
        horizontalAlignment: control.effectiveHorizontalAlignment
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.colors.raised
        border.width: control.activeFocus || control.wrong ? 2 : 1
        border.color: control.wrong ? Theme.colors.error : control.activeFocus ? Theme.colors.focus : Theme.colors.control
    }
}

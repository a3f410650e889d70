// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// A plain text of many lines, without an edge of its own.
T.TextArea {
    id: control

    implicitWidth: 240
    implicitHeight: contentHeight + topPadding + bottomPadding
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font: Theme.body
    color: Theme.colors.text
    placeholderTextColor: Theme.colors.text3
    selectionColor: Theme.colors.accent
    selectedTextColor: Theme.colors.accentText
    selectByMouse: true
    Accessible.name: placeholderText

    Label {
        x: control.leftPadding
        y: control.topPadding
        width: control.width - control.leftPadding - control.rightPadding
        visible: control.length === 0 && control.preeditText === ""
        text: control.placeholderText
        font: control.font
        color: control.placeholderTextColor
        horizontalAlignment: control.effectiveHorizontalAlignment
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

T.ToolTip {
    id: control

    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? parent.height + Theme.space4 : 0
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, 320)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: Theme.space8
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    topPadding: 5
    bottomPadding: 5
    delay: 500
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Label {
        text: control.text
        font: Theme.small
        color: Theme.colors.surface
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    background: Rectangle {
        radius: Theme.radiusTag
        color: Theme.colors.text
    }
}

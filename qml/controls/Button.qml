// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Theme

// A button in one of three weights: at most one primary a view, plain for the rest, quiet inside texts and lists.
T.Button {
    id: control

    enum Kind { Plain, Primary, Quiet }

    property int kind: Button.Plain
    property bool destructive: false
    property string iconName: ""
    property bool busy: false

    readonly property color tone: destructive ? Theme.colors.error : Theme.colors.accent
    readonly property color ink: !enabled && !busy ? Theme.colors.text3
        : kind === Button.Primary ? (destructive ? Theme.colors.errorText : Theme.colors.accentText)
        : kind === Button.Quiet || destructive ? tone : Theme.colors.text

    implicitWidth: Math.max(implicitContentWidth + 2 * Theme.space8 + leftPadding + rightPadding, kind === Button.Quiet ? 0 : 72)
    implicitHeight: kind === Button.Quiet ? 28 : Theme.controlHeight
    leftPadding: kind === Button.Quiet ? Theme.space8 : Theme.space12
    rightPadding: leftPadding
    font: Theme.labelStrong
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: RowLayout {
        spacing: 0

        Item { Layout.fillWidth: true }
        Spinner {
            visible: control.busy
            size: 16
            color: control.ink
            Layout.rightMargin: Theme.space8
        }
        Icon {
            visible: control.iconName !== "" && !control.busy
            name: control.iconName
            size: 16
            color: control.ink
            Layout.rightMargin: control.text === "" ? 0 : Theme.space8
        }
        Label {
            text: control.text
            font: control.font
            color: control.ink
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Item { Layout.fillWidth: true }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        border.width: control.kind === Button.Plain ? 1 : 0
        border.color: Theme.colors.control
        color: control.kind === Button.Primary
            ? (!control.enabled && !control.busy ? Theme.colors.pressed : control.destructive ? Theme.colors.error : control.hovered || control.down ? Theme.colors.accentHover : Theme.colors.accent)
            : control.down ? Theme.colors.pressed : control.hovered ? Theme.colors.hover
            : control.kind === Button.Plain ? Theme.colors.raised : "transparent"
        opacity: control.enabled || control.busy || control.kind === Button.Primary ? 1 : 0.5

        Behavior on color {
            ColorAnimation { duration: Theme.fast; easing.type: Theme.easing }
        }
        FocusRing { control: control }
    }
}

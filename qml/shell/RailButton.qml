// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Theme

T.TabButton {
    id: button

    required property string iconName
    property int count: 0

    readonly property color ink: checked ? Theme.colors.accent : hovered ? Theme.colors.text : Theme.colors.text2

    implicitWidth: 66
    implicitHeight: 48
    focusPolicy: Qt.StrongFocus
    Accessible.name: count > 0 ? qsTr("%1, %n unread", "", count).arg(text) : text
    Accessible.selected: checked
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Item {
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 7
            name: button.iconName
            color: button.ink
        }
        Badge {
            x: (parent.width + Theme.iconSize) / 2 - 6
            y: 1
            count: button.count
        }
        Label {
            width: parent.width
            y: 28
            text: button.text
            font: button.checked ? Theme.captionStrong : Theme.caption
            color: button.ink
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit // one word, in some languages a long one
            minimumPixelSize: 9
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        border.width: button.checked && Theme.highContrast ? 1 : 0
        border.color: Theme.colors.control
        color: button.checked ? Theme.colors.surface : button.down ? Theme.colors.pressed : "transparent"

        FocusRing { control: button; inset: 0 }
    }
}

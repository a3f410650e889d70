// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Theme

// One of the ways to begin.
T.AbstractButton {
    id: row

    required property string iconName
    required property string title
    required property string help

    implicitHeight: 72
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    Accessible.name: title
    Accessible.description: help

    contentItem: RowLayout {
        spacing: Theme.space16

        Rectangle {
            implicitWidth: 40
            implicitHeight: 40
            radius: Theme.radiusControl
            color: Theme.colors.accentSoft

            Icon {
                anchors.centerIn: parent
                name: row.iconName
                size: 20
                color: Theme.colors.accent
            }
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true

            Label {
                text: row.title
                font: Theme.bodyStrong
                Layout.fillWidth: true
            }
            Label {
                text: row.help
                font: Theme.label
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Layout.fillWidth: true
            }
        }
        Icon {
            name: "chevron-right"
            color: Theme.colors.text3
            rotation: row.mirrored ? 180 : 0
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: row.down ? Theme.colors.pressed : row.hovered ? Theme.colors.hover : Theme.colors.surface
        border.width: 1
        border.color: row.hovered ? Theme.colors.control : Theme.colors.line

        FocusRing { control: row; radius: 14 }
    }
}

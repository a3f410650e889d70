// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The connection at a glance: icon, words and colour. Pressing it opens the inspector.
T.AbstractButton {
    id: badge

    required property ConnectionStatus connection
    property bool compact: false // the icon alone, where there is no room

    readonly property color ink: connection.badgeKind === "ok" ? Theme.colors.ok
        : connection.badgeKind === "warn" ? Theme.colors.warn : Theme.colors.error
    readonly property color ground: connection.badgeKind === "ok" ? Theme.colors.okSoft
        : connection.badgeKind === "warn" ? Theme.colors.warnSoft : Theme.colors.errorSoft
    readonly property string iconName: connection.badgeKind === "ok" ? "wifi"
        : connection.badgeKind === "warn" ? "clock" : "wifi-off"

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: 28
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Connection: %1").arg(connection.badgeText)
    Keys.onReturnPressed: badge.clicked()
    Keys.onEnterPressed: badge.clicked()

    contentItem: RowLayout {
        spacing: Theme.space8

        Icon {
            name: badge.iconName
            color: badge.ink
            size: Theme.iconSmall
        }
        Label {
            visible: !badge.compact
            text: badge.connection.badgeText
            font: Theme.labelStrong
            color: badge.ink
        }
    }
    background: Rectangle {
        radius: height / 2
        color: badge.ground
        border.width: badge.hovered || Theme.highContrast ? 1 : 0
        border.color: badge.ink

        FocusRing { control: badge; radius: 16 }
    }

    ToolTip {
        visible: badge.compact && badge.hovered
        text: badge.connection.badgeText
    }
}

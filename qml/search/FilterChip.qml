// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Theme

// A filter in force. Pressing it takes it away.
T.AbstractButton {
    id: chip

    property string problem: "" // why it lets nothing through; else empty

    implicitWidth: implicitContentWidth + 2 * Theme.space8
    implicitHeight: 28
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    focusPolicy: Qt.StrongFocus
    Accessible.name: problem === "" ? qsTr("Filter %1, remove").arg(text) : qsTr("Filter %1, remove. %2").arg(text).arg(problem)
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()
    Keys.onDeletePressed: chip.clicked()

    contentItem: RowLayout {
        spacing: Theme.space4

        Icon {
            visible: chip.problem !== ""
            name: "circle-alert"
            size: Theme.iconSmall
            color: Theme.colors.warn
        }
        Label {
            text: chip.text
            font: Theme.small
            color: chip.problem === "" ? Theme.colors.text : Theme.colors.warn
        }
        Icon {
            name: "x"
            size: Theme.iconSmall
        }
    }
    background: Rectangle {
        radius: Theme.radiusTag
        color: chip.problem !== "" ? Theme.colors.warnSoft : chip.hovered ? Theme.colors.pressed : Theme.colors.accentSoft
        border.width: Theme.highContrast ? 1 : 0
        border.color: Theme.colors.control

        FocusRing { control: chip }
    }
    ToolTip {
        visible: chip.hovered && chip.problem !== ""
        text: chip.problem
    }
}

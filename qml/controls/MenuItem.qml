// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Theme

T.MenuItem {
    id: control

    property string iconName: ""
    property string presence: "" // shows a presence dot in the icon's place
    property bool destructive: false

    readonly property int tickRoom: checked ? 16 + 2 * Theme.space8 : Theme.space12

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    leftPadding: mirrored ? tickRoom : Theme.space8
    rightPadding: mirrored ? Theme.space8 : tickRoom
    font: Theme.label
    Accessible.name: text

    contentItem: RowLayout {
        spacing: Theme.space8

        Item {
            visible: control.iconName !== "" || control.presence !== ""
            implicitWidth: Theme.iconSize
            Layout.fillHeight: true

            Icon {
                visible: control.iconName !== ""
                anchors.centerIn: parent
                name: control.iconName
                size: 16
                color: control.destructive ? Theme.colors.error : Theme.colors.text2
            }
            PresenceDot {
                visible: control.presence !== ""
                anchors.centerIn: parent
                presence: control.presence
                ground: control.highlighted ? Theme.colors.hover : Theme.colors.raised
            }
        }
        Label {
            text: control.text
            font: control.font
            color: control.destructive ? Theme.colors.error : control.enabled ? Theme.colors.text : Theme.colors.text3
            Layout.fillWidth: true
        }
    }
    indicator: Icon {
        x: control.mirrored ? Theme.space8 : control.width - width - Theme.space8
        y: (control.height - height) / 2
        visible: control.checked
        name: "check"
        size: 16
        color: Theme.colors.accent
    }
    background: Rectangle {
        radius: Theme.radiusTag
        color: control.highlighted ? Theme.colors.hover : "transparent"
    }
}

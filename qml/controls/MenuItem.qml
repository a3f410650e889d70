// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

T.MenuItem {
    id: control

    property string iconName: ""
    property string presence: "" // shows a presence dot in the icon's place
    property bool destructive: false

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.space8
    rightPadding: Theme.space12
    font: Theme.label
    Accessible.name: text

    contentItem: Row {
        spacing: Theme.space8

        Item {
            visible: control.iconName !== "" || control.presence !== ""
            width: Theme.iconSize
            height: parent.height

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
            height: parent.height
            text: control.text
            font: control.font
            color: control.destructive ? Theme.colors.error : control.enabled ? Theme.colors.text : Theme.colors.text3
        }
    }
    indicator: Icon {
        x: control.mirrored ? control.padding : control.width - width - Theme.space8
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

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// What a card tells of a deal. Anchored instead of laid out: a key stroke in the filter may build a screen of them.
Item {
    id: summary

    required property string title
    required property string client
    required property string value
    required property string close
    property bool waiting: false
    property int conflicts: 0

    readonly property bool marked: waiting || conflicts > 0

    implicitHeight: bottom.y + bottom.height

    Label {
        id: name
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: summary.marked ? Theme.iconSmall + Theme.space4 : 0
        text: summary.title
        font: Theme.labelStrong
        wrapMode: Text.Wrap
        maximumLineCount: 2
    }
    Lazy {
        active: summary.marked
        anchors.right: parent.right
        anchors.verticalCenter: name.verticalCenter
        width: Theme.iconSmall
        height: Theme.iconSmall

        Icon {
            name: summary.conflicts > 0 ? "triangle-alert" : "clock"
            color: summary.conflicts > 0 ? Theme.colors.warn : Theme.colors.text2
            size: Theme.iconSmall
        }
    }
    Label {
        id: whose
        visible: text !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: name.bottom
        anchors.topMargin: Theme.space8
        text: summary.client
        font: Theme.small
        color: Theme.colors.text2
    }
    Item {
        id: bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: whose.visible ? whose.bottom : name.bottom
        anchors.topMargin: Theme.space8
        height: Math.max(worth.implicitHeight, until.visible ? until.implicitHeight : 0)

        Label {
            id: worth
            anchors.left: parent.left
            anchors.right: until.visible ? until.left : parent.right
            anchors.rightMargin: until.visible ? Theme.space4 : 0
            anchors.verticalCenter: parent.verticalCenter
            text: summary.value
            font: Theme.labelStrong
        }
        Chip {
            id: until
            visible: text !== ""
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: summary.close
        }
    }
}

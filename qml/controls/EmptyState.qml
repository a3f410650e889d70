// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Theme

// What a place shows when there is nothing in it yet: why, and the one next step.
Item {
    id: state

    required property string iconName
    required property string title
    property string text: ""
    property string actionText: ""
    property bool busy: false
    property bool compact: false // words only, where there is little room

    signal triggered

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width - (state.compact ? 0 : 2 * Theme.space24), 320)
        spacing: state.compact ? Theme.space4 : Theme.space8

        Rectangle {
            visible: !state.compact
            implicitWidth: 48
            implicitHeight: 48
            radius: Theme.radiusBubble
            color: Theme.colors.sunken
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.space4

            Icon {
                visible: !state.busy
                anchors.centerIn: parent
                name: state.iconName
                size: 22
            }
            Spinner {
                visible: state.busy
                anchors.centerIn: parent
                size: 22
            }
        }
        Label {
            text: state.title
            font: state.compact ? Theme.labelStrong : Theme.bodyStrong
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Label {
            visible: text !== ""
            text: state.text
            font: state.compact ? Theme.small : Theme.label
            color: Theme.colors.text2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.25
            Layout.fillWidth: true
        }
        Button {
            visible: text !== ""
            text: state.actionText
            onClicked: state.triggered()
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: state.compact ? 0 : Theme.space8
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Theme

// Tells what happened and stays until it is read.
Rectangle {
    id: toast

    required property string text
    property string iconName: "info"
    property color tone: Theme.colors.accent

    signal dismissed

    implicitWidth: 380
    implicitHeight: Math.max(48, row.implicitHeight + 2 * Theme.space8)
    radius: Theme.radiusCard
    color: Theme.colors.raised
    border.width: 1
    border.color: Theme.colors.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Shadow { }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space8
        spacing: Theme.space12

        Icon {
            name: toast.iconName
            color: toast.tone
        }
        Label {
            text: toast.text
            font: Theme.label
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        IconButton {
            iconName: "x"
            text: qsTr("Dismiss")
            onClicked: toast.dismissed()
        }
    }
}

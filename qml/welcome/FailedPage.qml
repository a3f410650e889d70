// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A workspace could not be opened: why, in words, and the two ways on.
Rectangle {
    id: page

    required property AppController app

    color: Theme.colors.window

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space24, 440)
        spacing: Theme.space8

        Rectangle {
            implicitWidth: 56
            implicitHeight: 56
            radius: Theme.radiusBubble
            color: Theme.colors.errorSoft
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.space8

            Icon {
                anchors.centerIn: parent
                name: "triangle-alert"
                size: 26
                color: Theme.colors.error
            }
        }
        Label {
            text: qsTr("This did not open")
            font: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
        }
        Label {
            text: page.app.problem
            font: Theme.body
            color: Theme.colors.text2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.25
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.space8
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.space12

            Button {
                objectName: "back"
                text: qsTr("Back to the start")
                onClicked: page.app.backToWelcome()
            }
            Button {
                kind: Button.Primary
                objectName: "again"
                text: qsTr("Try again")
                onClicked: page.app.tryAgain()
            }
        }
    }
}

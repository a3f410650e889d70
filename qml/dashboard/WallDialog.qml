// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Which pages a wall shows, in which order, and how long each stays.
Dialog {
    id: dialog

    required property WallModel wall

    title: qsTr("The wall")
    confirmText: qsTr("Save")
    confirmEnabled: seconds.problem === ""
    onConfirmed: wall.save(seconds.text)
    onOpened: seconds.field.forceActiveFocus()
    Component.onCompleted: {
        wall.edit();
        seconds.text = wall.seconds;
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space4

        SectionTitle {
            text: qsTr("Pages")
            Layout.fillWidth: true
        }
        Repeater {
            id: pages
            model: dialog.wall

            WallPageRow {
                wall: dialog.wall
                count: pages.count
                Layout.fillWidth: true
            }
        }
        FormField {
            id: seconds
            objectName: "seconds"
            label: qsTr("Seconds that a page stays")
            problem: dialog.wall.problemWithSeconds(text)
            onAccepted: dialog.confirm()
            Layout.fillWidth: true
            Layout.topMargin: Theme.space12
        }
    }
}

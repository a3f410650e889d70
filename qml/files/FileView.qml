// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A file where it was sent: a picture as what it shows, everything else as a chip. It is in sight.
Column {
    id: view

    required property SharedFile file
    property real room: 320
    property bool unsent: false // it waits to be sent, and can be called off
    readonly property string callOffText: qsTr("Do not send %1").arg(file.name)
    readonly property bool shown: "" + file.picture !== "" && !(picture.item as FilePicture)?.broken

    signal calledOff

    Component.onCompleted: file.see()

    Lazy {
        id: picture
        active: "" + view.file.picture !== ""
        visible: view.shown
        width: item?.implicitWidth ?? 0
        height: item?.implicitHeight ?? 0

        FilePicture {
            file: view.file
            maximumWidth: Math.min(320, view.room)

            Lazy {
                active: view.unsent
                anchors.right: parent?.right
                anchors.top: parent?.top
                anchors.margins: Theme.space4
                width: 28
                height: 28
                z: 1 // above the picture

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.radiusControl
                    color: Theme.colors.raised
                    border.width: 1
                    border.color: Theme.colors.line

                    IconButton {
                        objectName: "callOff"
                        size: 28
                        iconName: "x"
                        text: view.callOffText
                        onClicked: view.calledOff()
                    }
                }
            }
        }
    }
    Lazy {
        active: !view.shown
        visible: active
        width: Math.min(280, view.room)
        height: item?.implicitHeight ?? 0

        FileChip {
            objectName: "chip"
            width: Math.min(280, view.room)
            file: view.file
            removable: view.unsent
            removeText: view.callOffText
            onRemoved: view.calledOff()
        }
    }
}

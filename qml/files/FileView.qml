// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// A file where it was sent: a picture as what it shows, everything else as a chip. It is in sight.
Column {
    id: view

    required property SharedFile file
    property real room: 320
    readonly property bool shown: "" + file.picture !== "" && !(picture.item as FilePicture)?.broken

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
        }
    }
}

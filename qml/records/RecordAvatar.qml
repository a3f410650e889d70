// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// The picture of a record, round as the initials that stand there as long as there is none.
Avatar {
    id: avatar

    property SharedFile picture: null
    readonly property url source: picture?.picture ?? ""

    Repeater {
        model: "" + avatar.source === "" ? undefined : 1

        Item {
            width: avatar.size
            height: avatar.size
            visible: image.status === Image.Ready

            Image {
                id: image
                objectName: "face"
                anchors.fill: parent
                source: avatar.source
                sourceSize.width: 2 * avatar.size
                sourceSize.height: 2 * avatar.size
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
                autoTransform: true
            }
            Rectangle { // what covers the corners: its inner edge is the circle
                readonly property real thickness: Math.ceil(avatar.size * (Math.SQRT2 - 1) / 2) + 1

                anchors.fill: parent
                anchors.margins: -thickness
                radius: width / 2
                color: "transparent"
                border.width: thickness
                border.color: avatar.ground
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A picture that is on this computer, no larger than it may be, and decoded at that size. A press opens it.
T.AbstractButton {
    id: control

    required property SharedFile file
    property real maximumWidth: 320
    property real maximumHeight: 240
    property bool broken: false // it cannot be decoded
    readonly property real factor: Math.min(1, maximumWidth / Math.max(1, file.pictureWidth), maximumHeight / Math.max(1, file.pictureHeight))

    property bool asked: false // to open it, here and not where the same file stands too

    implicitWidth: Math.max(48, Math.round(file.pictureWidth * factor))
    implicitHeight: Math.max(48, Math.round(file.pictureHeight * factor))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Picture %1").arg(file.name)
    Accessible.description: qsTr("Open")
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    onClicked: {
        asked = true;
        file.open();
    }

    Connections {
        target: control.file
        function onOpenable(copy: url) {
            if (!control.asked)
                return;
            control.asked = false;
            Qt.openUrlExternally(copy);
        }
    }

    contentItem: Image {
        objectName: "image"
        source: control.file.picture
        asynchronous: true
        autoTransform: true
        fillMode: Image.PreserveAspectFit
        sourceSize.width: control.maximumWidth
        sourceSize.height: control.maximumHeight
        onStatusChanged: control.broken = status === Image.Error
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.colors.sunken

        FocusRing { control: control }
    }
    Hint {
        item: control
        text: control.file.name + " · " + control.file.sizeText
        asked: control.hovered
        delay: 900
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// Takes files that are dragged here, and says so while they are above it.
DropArea {
    id: target

    property string text: qsTr("Drop files to attach them")

    signal chosen(var files) // their addresses

    keys: ["text/uri-list"]
    onDropped: drop => {
        if (!drop.hasUrls)
            return;
        drop.accept(Qt.CopyAction);
        target.chosen(drop.urls);
    }

    Lazy {
        active: target.containsDrag
        anchors.fill: parent

        Rectangle {
            objectName: "invitation"
            anchors.fill: parent
            anchors.margins: Theme.space12
            radius: Theme.radiusCard
            color: Theme.colors.accentSoft
            border.width: 2
            border.color: Theme.colors.accent

            Label {
                anchors.centerIn: parent
                text: target.text
                font: Theme.title
                color: Theme.colors.accent
            }
        }
    }
}

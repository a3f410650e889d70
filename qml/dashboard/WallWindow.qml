// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Models
import Frontdesk.Theme

// The dashboard on a whole screen.
Window {
    id: window

    required property Workspace workspace

    title: qsTr("Dashboard – Frontdesk")
    color: Theme.colors.window
    width: 1280
    height: 720
    visibility: Window.FullScreen
    onClosing: destroy()

    WallView {
        anchors.fill: parent
        workspace: window.workspace
        onLeaving: window.close()
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import Frontdesk

// What a story shows. It is loaded when it is shown: what is written into Story.qml counts for each story, and all of them together are more objects than one
// document can make (Qt 6.4).
WorkspaceView {
    anchors.fill: parent
    workspace: app.workspace
}

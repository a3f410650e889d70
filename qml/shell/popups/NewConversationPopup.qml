// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk
import Frontdesk.Conversations

NewConversationDialog {
    required property WorkspaceView view

    workspace: view.workspace
    onStarted: view.place = "inbox"
    onClosed: destroy()
    Component.onCompleted: ask()
}

// SPDX-License-Identifier: GPL-3.0-or-later
import Frontdesk
import Frontdesk.Activity

ActivityPage {
    required property WorkspaceView view

    workspace: view.workspace
    onConversationOpened: view.place = "inbox"
    onRecordChosen: record => view.showRecord(record)
}

// SPDX-License-Identifier: GPL-3.0-or-later
import Frontdesk
import Frontdesk.People

TeamPage {
    required property WorkspaceView view

    workspace: view.workspace
    onConversationOpened: view.place = "inbox"
}

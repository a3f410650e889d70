// SPDX-License-Identifier: GPL-3.0-or-later

// What can be known and changed about the conversation that is open.
DetailsPane {
    required property ConversationsPage inbox

    workspace: inbox.workspace
    page: inbox.workspace.latest
    onClosed: inbox.closeDetails()
    onRecordOpened: record => inbox.recordOpened(record)
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk

CommandPalette {
    id: palette

    required property WorkspaceView view

    workspace: view.workspace
    settings: view.app.settings
    onConversationChosen: view.place = "inbox"
    onPlaceChosen: place => view.place = place
    onNewConversationChosen: view.startConversation()
    onSearchChosen: view.openSearch()
    onRecordChosen: record => view.showRecord(record)
    onImportChosen: kind => view.importFile(kind)
    onExportChosen: kind => view.exportShown(kind)

    Connections {
        target: palette.view
        function onJumpAsked() {
            palette.ask();
        }
    }
}

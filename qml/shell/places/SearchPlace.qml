// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk
import Frontdesk.Search

SearchPage {
    id: place

    required property WorkspaceView view

    workspace: view.workspace
    onHitOpened: view.place = "inbox"
    onSettingsChosen: view.place = "settings"

    Connections {
        target: place.view
        function onSearchAsked() {
            place.takeFocus();
        }
    }
}

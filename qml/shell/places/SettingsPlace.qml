// SPDX-License-Identifier: GPL-3.0-or-later
import Frontdesk
import Frontdesk.Settings

SettingsPage {
    required property WorkspaceView view

    app: view.app
    workspace: view.workspace
}

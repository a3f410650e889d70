// SPDX-License-Identifier: GPL-3.0-or-later
import Frontdesk
import Frontdesk.Deals

DealsPage {
    required property WorkspaceView view

    workspace: view.workspace
    settings: view.app.settings
}

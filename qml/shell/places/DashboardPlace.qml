// SPDX-License-Identifier: GPL-3.0-or-later
import Frontdesk
import Frontdesk.Dashboard

DashboardPage {
    required property WorkspaceView view

    workspace: view.workspace
    onPlaceChosen: place => view.place = place
}

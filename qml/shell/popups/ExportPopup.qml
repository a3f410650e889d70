// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk
import Frontdesk.Transfer

ExportDialog {
    required property WorkspaceView view

    crm: view.workspace.crm
    onClosed: destroy()
    Component.onCompleted: open()
}

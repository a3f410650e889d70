// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// Who did what, for administrators.
SettingsSection {
    id: section

    required property Audit audit

    title: qsTr("Audit log")

    SettingsRow {
        title: qsTr("Who did what")
        help: qsTr("Who signed in or tried to, who may do what, and every change of records and of what holds for everybody. Kept on the server, two years for sign-ins; never what people write to each other.")

        Button {
            objectName: "openAudit"
            text: qsTr("Open")
            iconName: "clock"
            Accessible.description: section.title
            onClicked: dialog.open()
        }
    }

    AuditDialog {
        id: dialog
        objectName: "auditDialog"
        audit: section.audit
    }
}

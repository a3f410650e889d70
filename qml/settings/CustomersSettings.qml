// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// What managers and admins define for everybody about customers.
ColumnLayout {
    id: settings

    required property Crm crm

    spacing: Theme.space24
    Component.onDestruction: settings.crm.setup.open("") // what was open is not looked at any more

    UndoLine {
        crm: settings.crm
        Layout.fillWidth: true
    }
    PipelinesSection {
        objectName: "pipelines"
        setup: settings.crm.setup
        Layout.fillWidth: true
    }
    FieldsSection {
        objectName: "fields"
        setup: settings.crm.setup
        Layout.fillWidth: true
    }
    Lazy {
        active: settings.crm.setup.workspaceAllowed
        visible: active
        implicitHeight: item?.implicitHeight ?? 0
        Layout.fillWidth: true

        StatusesSection {
            objectName: "statuses"
            anchors.left: parent?.left
            anchors.right: parent?.right
            setup: settings.crm.setup
        }
    }
}

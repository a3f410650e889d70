// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// Records from files and into them.
Button {
    id: control

    required property Crm crm
    required property string kind

    signal exporting

    // Made when it is asked for first.
    function table(): RecordTableModel {
        return kind === "company" ? crm.companies : kind === "deal" ? crm.deals : crm.contacts;
    }

    function importFile() {
        (importDialog.createObject(control) as ImportDialog).open();
    }

    function exportShown() {
        exporting();
        (exportDialog.createObject(control, { records: table() }) as ExportDialog).open();
    }

    iconName: "file-down"
    text: qsTr("Files", "import and export")
    Accessible.name: qsTr("Import and export")
    onClicked: (menu.createObject(control) as Menu).popup(control, 0, control.height)

    Component {
        id: menu

        Menu {
            onClosed: destroy()

            MenuItem {
                objectName: "import"
                text: qsTr("Import from a file…")
                onTriggered: control.importFile()
            }
            MenuItem {
                objectName: "export"
                text: qsTr("Export what is shown…")
                onTriggered: control.exportShown()
            }
        }
    }
    Component {
        id: importDialog

        ImportDialog {
            crm: control.crm
            kind: control.kind
            onClosed: destroy()
        }
    }
    Component {
        id: exportDialog

        ExportDialog {
            crm: control.crm
            onClosed: destroy()
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What a table shows: a saved view, conditions, columns.
Row {
    id: bar

    required property Crm crm
    required property RecordTableModel records
    required property string allText // what the view of everything is called

    readonly property SavedViewsModel views: crm.viewsOf(records.kind)

    spacing: Theme.space8

    Button {
        id: view
        objectName: "chooseView"
        iconName: "table-2"
        text: bar.views.current === "" ? bar.allText : bar.views.differs ? qsTr("%1, changed", "a saved view").arg(bar.views.currentName) : bar.views.currentName
        Accessible.name: qsTr("View: %1").arg(text)
        onClicked: (viewMenu.createObject(view) as Menu).popup(view, 0, view.height)
    }
    Button {
        id: filter
        objectName: "conditions"
        iconName: "list-filter"
        text: bar.records.filterCount === 0 ? qsTr("Conditions") : qsTr("%n conditions", "", bar.records.filterCount)
        onClicked: (filterEditor.createObject(filter, { y: filter.height + Theme.space4 }) as Popover).open()
    }
    Button {
        id: columns
        objectName: "chooseColumns"
        text: qsTr("Columns")
        onClicked: (columnsMenu.createObject(columns) as Menu).popup(columns, 0, columns.height)
    }

    Component {
        id: viewMenu

        ViewMenu {
            views: bar.views
            allText: bar.allText
            onNameAsked: another => (nameDialog.createObject(bar, { another: another }) as ViewNameDialog).open()
            onClosed: destroy()
        }
    }
    Component {
        id: nameDialog

        ViewNameDialog {
            views: bar.views
            onClosed: destroy()
        }
    }
    Component {
        id: filterEditor

        FilterEditor {
            crm: bar.crm
            records: bar.records
            onClosed: destroy()
        }
    }
    Component {
        id: columnsMenu

        ColumnsMenu {
            records: bar.records
            onClosed: destroy()
        }
    }
}

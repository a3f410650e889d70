// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// All conditions of a table, which every row meets.
Popover {
    id: editor

    required property RecordTableModel records
    required property Crm crm

    width: Math.min(520, (parent?.Window.width ?? 520) - 2 * Theme.space16)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8

        Label {
            text: qsTr("Show those of which all of this is true")
            font: Theme.labelStrong
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Label {
            visible: conditions.count === 0
            text: qsTr("There is no condition: all are shown.")
            font: Theme.label
            color: Theme.colors.text2
        }
        Repeater {
            id: conditions
            model: editor.records.filters

            FilterRow {
                filters: editor.records.filters
                crm: editor.crm
                Layout.fillWidth: true
            }
        }
        Button {
            id: add
            objectName: "add"
            kind: Button.Quiet
            iconName: "plus"
            text: qsTr("Add a condition")
            onClicked: (fields.createObject(add) as Menu).popup(add, 0, add.height)
        }
    }

    Component {
        id: fields

        ChoiceMenu {
            options: editor.records.filters.fields()
            onChosen: value => editor.records.filters.add(value)
            onClosed: destroy()
        }
    }
}

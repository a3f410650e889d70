// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// One condition of a table: a field, a test, and what it is compared with. One row of a FilterListModel.
ColumnLayout {
    id: row

    required property int index
    required property string field
    required property string display
    required property string test
    required property string testText
    required property string input
    required property string text
    required property string shown
    required property string refersTo
    required property bool needsValue
    required property string problem
    property FilterListModel filters: null
    property Crm crm: null

    spacing: Theme.space4

    RowLayout {
        spacing: Theme.space4

        Button {
            id: fieldButton
            objectName: "field"
            text: row.display
            Accessible.name: qsTr("Field: %1").arg(text)
            onClicked: (fieldMenu.createObject(fieldButton) as Menu).popup(fieldButton, 0, fieldButton.height)
            Layout.preferredWidth: 130
        }
        Button {
            id: testButton
            objectName: "test"
            text: row.testText
            Accessible.name: qsTr("Test: %1").arg(text)
            onClicked: (testMenu.createObject(testButton) as Menu).popup(testButton, 0, testButton.height)
            Layout.preferredWidth: 110
        }
        TextField {
            id: typed
            objectName: "value"
            visible: row.needsValue && row.input !== "choice" && row.input !== "record"
            implicitWidth: 60
            implicitHeight: Theme.controlHeight
            font: Theme.label
            maximumLength: 200
            placeholderText: row.input === "day" ? qsTr("Date") : row.input === "number" ? qsTr("Number") : qsTr("Text")
            wrong: row.problem !== ""
            Accessible.name: qsTr("Compared with")
            Accessible.description: row.problem
            onTextEdited: row.filters.setText(row.index, text)
            Layout.fillWidth: true

            Binding on text {
                when: !typed.activeFocus
                value: row.text
                restoreMode: Binding.RestoreNone
            }
        }
        Button {
            id: chosen
            objectName: "choice"
            visible: row.needsValue && (row.input === "choice" || row.input === "record")
            text: row.shown === "" ? qsTr("Choose") : row.shown
            Accessible.name: qsTr("Compared with: %1").arg(text)
            onClicked: {
                if (row.input === "record")
                    (picker.createObject(row, { records: row.crm.choicesFrom(row.refersTo) }) as RecordPicker).open();
                else
                    (choiceMenu.createObject(chosen) as Menu).popup(chosen, 0, chosen.height);
            }
            Layout.fillWidth: true
        }
        Item {
            visible: !row.needsValue
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "remove"
            size: 28
            iconName: "x"
            text: qsTr("Remove this condition")
            onClicked: row.filters.removeAt(row.index)
        }
    }
    Label {
        visible: text !== ""
        text: row.problem
        font: Theme.small
        color: Theme.colors.error
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }

    Component {
        id: fieldMenu

        ChoiceMenu {
            options: row.filters.fields()
            value: row.field
            onChosen: value => row.filters.setField(row.index, value)
            onClosed: destroy()
        }
    }
    Component {
        id: testMenu

        ChoiceMenu {
            options: row.filters.testsOf(row.index)
            value: row.test
            onChosen: value => row.filters.setTest(row.index, value)
            onClosed: destroy()
        }
    }
    Component {
        id: choiceMenu

        ChoiceMenu {
            options: row.filters.choicesOf(row.index)
            value: row.text
            onChosen: value => row.filters.setText(row.index, value)
            onClosed: destroy()
        }
    }
    Component {
        id: picker

        RecordPicker {
            title: row.display
            mayBeNone: false
            onChosen: record => row.filters.setText(row.index, record.split(":")[1] ?? "")
            onClosed: destroy()
        }
    }
}

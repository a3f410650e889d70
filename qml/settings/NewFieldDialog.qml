// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A new field of contacts, companies or deals. Of what type it is cannot be changed later: what is written in it would not fit.
Dialog {
    id: dialog

    required property FieldListModel fields

    property string type: "text"
    readonly property string problem: fields.problemWithChoices(type, choices.text)

    title: qsTr("New field")
    confirmText: qsTr("Create")
    confirmEnabled: fields.problemWith(name.text) === "" && problem === ""
    onOpened: name.field.forceActiveFocus()
    onConfirmed: fields.add(name.text, type, choices.text, needed.checked)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        FormField {
            id: name
            objectName: "name"
            label: qsTr("Name")
            placeholder: qsTr("Such as size, or customer number")
            field.maximumLength: 200
            onAccepted: dialog.confirm()
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("Type")
            font: Theme.labelStrong
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true

            Segmented {
                objectName: "type"
                width: Math.min(implicitWidth, parent.width)
                name: qsTr("Type")
                value: dialog.type
                options: dialog.fields.types()
                onChosen: value => dialog.type = value
            }
        }
        Label {
            text: qsTr("It cannot be changed later: what is written in the field would not fit.")
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Rectangle {
            visible: dialog.type === "choice"
            radius: Theme.radiusControl
            color: Theme.colors.raised
            border.width: 1
            border.color: choices.activeFocus ? Theme.colors.focus : Theme.colors.control
            implicitHeight: Math.max(80, choices.implicitHeight)
            Layout.fillWidth: true

            TextArea {
                id: choices
                objectName: "choices"
                anchors.left: parent.left
                anchors.right: parent.right
                font: Theme.label
                placeholderText: qsTr("Choices, one a line")
                Accessible.description: dialog.problem
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            }
        }
        RowLayout {
            visible: dialog.type !== "boolean"
            spacing: Theme.space8

            Label {
                text: qsTr("Required")
                font: Theme.label
                Layout.fillWidth: true
            }
            Switch {
                id: needed
                objectName: "required"
                text: qsTr("Required")
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What can be done to the chosen rows of a table together; nothing when none are chosen and nothing is being done.
Rectangle {
    id: bar

    required property Crm crm
    required property RecordTableModel records

    readonly property RecordSelection selection: records.selection
    readonly property BulkActions bulk: crm.bulk
    readonly property bool needed: selection.count > 0 || bulk.running
    readonly property var defined: needed ? crm.definedFields(records.kind) : [] // fields, by managers

    visible: needed
    implicitHeight: parts.implicitHeight + 2 * Theme.space8
    radius: Theme.radiusControl
    color: Theme.colors.selection

    Flow {
        id: parts
        x: Theme.space12
        y: Theme.space8
        width: parent.width - 2 * Theme.space12
        spacing: Theme.space8

        Label {
            objectName: "count"
            height: Theme.controlHeight
            text: bar.bulk.running ? qsTr("Changing: %1 %").arg(Math.round(bar.bulk.progress * 100)) : qsTr("%n chosen", "", bar.selection.count)
            font: Theme.labelStrong
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Button {
            objectName: "all"
            visible: !bar.selection.all
            text: qsTr("Choose all %1").arg(Number(bar.records.count).toLocaleString(Qt.locale(), "f", 0))
            onClicked: bar.selection.selectAll()
        }
        Button {
            id: status
            objectName: "status"
            visible: bar.records.kind === "contact" && !bar.records.bin
            text: qsTr("Set status")
            onClicked: (choices.createObject(status, { field: "status" }) as Menu).popup(status, 0, status.height)
        }
        Button {
            id: owner
            objectName: "owner"
            visible: !bar.records.bin
            text: qsTr("Set owner")
            onClicked: (choices.createObject(owner, { field: "owner" }) as Menu).popup(owner, 0, owner.height)
        }
        Button {
            id: tag
            objectName: "tag"
            visible: !bar.records.bin
            text: qsTr("Tags")
            onClicked: (tags.createObject(tag, { y: tag.height + Theme.space4 }) as Popover).open()
        }
        Button {
            id: field
            objectName: "field"
            visible: !bar.records.bin && Array.from(bar.defined).length > 0
            text: qsTr("Set a field")
            onClicked: (fieldEditor.createObject(field, { y: field.height + Theme.space4, fields: bar.defined }) as Popover).open()
        }
        Button {
            objectName: "bin"
            iconName: bar.records.bin ? "rotate-ccw" : "trash-2"
            text: bar.records.bin ? qsTr("Take out of the bin") : qsTr("Move to the bin")
            destructive: !bar.records.bin
            onClicked: {
                if (bar.records.bin)
                    bar.bulk.restore(bar.records);
                else
                    bar.bulk.moveToBin(bar.records);
            }
        }
        Button {
            objectName: "none"
            kind: Button.Quiet
            height: Theme.controlHeight
            text: qsTr("Choose none")
            onClicked: bar.selection.clear()
        }
    }

    Component {
        id: choices

        ChoiceMenu {
            required property string field

            options: bar.crm.choicesOf(bar.records.kind, field)
            onChosen: value => bar.bulk.set(bar.records, field, value)
            onClosed: destroy()
        }
    }
    Component {
        id: fieldEditor

        BulkFieldEditor {
            crm: bar.crm
            kind: bar.records.kind
            onChosen: (field, value) => bar.bulk.set(bar.records, field, value)
            onClosed: destroy()
        }
    }
    Component {
        id: tags

        Popover {
            id: popover

            onOpened: name.forceActiveFocus()
            onClosed: destroy()

            ColumnLayout {
                spacing: Theme.space8

                TextField {
                    id: name
                    objectName: "tagName"
                    implicitHeight: Theme.controlHeight
                    placeholderText: qsTr("Tag")
                    maximumLength: 50
                    onAccepted: add.clicked()
                    Layout.preferredWidth: 220
                }
                RowLayout {
                    Button {
                        id: add
                        objectName: "addTag"
                        text: qsTr("Add to all")
                        enabled: bar.bulk.mayTag(bar.records, name.text)
                        onClicked: {
                            if (!enabled)
                                return;
                            bar.bulk.addTag(bar.records, name.text);
                            popover.close();
                        }
                    }
                    Button {
                        objectName: "removeTag"
                        text: qsTr("Take from all")
                        enabled: bar.bulk.mayTag(bar.records, name.text)
                        onClicked: {
                            bar.bulk.removeTag(bar.records, name.text);
                            popover.close();
                        }
                    }
                }
            }
        }
    }
}

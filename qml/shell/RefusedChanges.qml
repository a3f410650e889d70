// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What the server did not take, line by line, with what can be done about it. Each stays until the person decides.
Flickable {
    id: list

    required property RefusedChangesModel changes

    implicitHeight: Math.min(contentHeight, Window.height / 3)
    contentHeight: column.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar { }

    FocusInSight { flickable: list }
    Column {
        id: column
        width: list.width

        Repeater {
            model: list.changes

            Rectangle {
                id: change

                required property string changeId
                required property string text
                required property string value
                required property string valueName
                required property int longest
                required property bool mayBeEmpty

                property bool editing: false

                function save() {
                    if (field.text.trim() === "" && !mayBeEmpty)
                        return;
                    editing = false;
                    list.changes.replace(changeId, field.text.trim());
                }

                width: column.width
                implicitHeight: Math.max(44, rows.implicitHeight + Theme.space8)
                color: Theme.colors.errorSoft
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text

                ColumnLayout {
                    id: rows
                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.space16
                    width: parent.width - Theme.space16 - Theme.space8
                    spacing: Theme.space4

                    RowLayout {
                        spacing: Theme.space12

                        Icon {
                            name: "circle-alert"
                            color: Theme.colors.error
                        }
                        Label {
                            text: change.text
                            font: Theme.labelStrong
                            color: Theme.colors.error
                            wrapMode: Text.Wrap
                            elide: Text.ElideNone
                            Layout.fillWidth: true
                        }
                        Button {
                            objectName: "retry"
                            kind: Button.Quiet
                            text: qsTr("Try again")
                            onClicked: list.changes.retry(change.changeId)
                        }
                        Button {
                            objectName: "edit"
                            visible: change.valueName !== "" && !change.editing
                            kind: Button.Quiet
                            text: qsTr("Edit")
                            onClicked: {
                                change.editing = true;
                                field.text = change.value;
                                field.forceActiveFocus();
                                field.selectAll();
                            }
                        }
                        Button {
                            objectName: "discard"
                            kind: Button.Quiet
                            destructive: true
                            text: qsTr("Discard")
                            onClicked: list.changes.discard(change.changeId)
                        }
                    }
                    RowLayout {
                        visible: change.editing
                        spacing: Theme.space8
                        Layout.leftMargin: Theme.space32
                        Layout.rightMargin: Theme.space8

                        TextField {
                            id: field
                            objectName: "value"
                            implicitHeight: Theme.controlHeight
                            maximumLength: change.longest
                            Accessible.name: change.valueName
                            onAccepted: change.save()
                            Keys.onEscapePressed: change.editing = false
                            Layout.fillWidth: true
                            Layout.maximumWidth: 480
                        }
                        Button {
                            objectName: "save"
                            text: qsTr("Send")
                            enabled: change.mayBeEmpty || field.text.trim() !== ""
                            onClicked: change.save()
                        }
                        Item {
                            Layout.fillWidth: true
                        }
                    }
                }
                Divider {
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What somebody wrote about a record; people who are mentioned stand out. Its author can write it anew, and go elsewhere meanwhile.
Item {
    id: row

    required property string record
    required property string title
    required property string body
    required property var mentions // [{from, length}] in the body
    required property string detail
    required property bool waiting
    required property int version
    required property bool own
    required property Crm crm
    required property BegunRecord change // of one's own
    property bool sought: false // somebody was led to it
    readonly property bool editing: own && (change?.open ?? false)

    signal removed
    signal kept // the change

    function keep() {
        kept();
        leave();
    }

    function giveUp() {
        change.giveUp();
        leave();
    }

    function leave() {
        editor.asked = false;
        if (!editing) // what could not be kept stays
            pencil.forceActiveFocus(Qt.OtherFocusReason);
    }

    implicitHeight: column.implicitHeight

    Rectangle {
        objectName: "sought"
        visible: row.sought
        x: row.LayoutMirroring.enabled ? row.width - width : 0
        width: 3
        height: row.height
        radius: 1.5
        color: Theme.colors.accent
    }
    ColumnLayout {
        id: column
        x: row.sought && !row.LayoutMirroring.enabled ? Theme.space12 : 0
        width: row.width - (row.sought ? Theme.space12 : 0)
        spacing: 2

        TextEdit {
            id: body
            objectName: "body"
            readOnly: true
            selectByMouse: true
            activeFocusOnPress: false
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            text: row.body
            font: Theme.label
            color: Theme.colors.text
            selectionColor: Theme.colors.accent
            selectedTextColor: Theme.colors.accentText
            Accessible.role: Accessible.StaticText
            visible: !row.editing
            Accessible.name: text
            Layout.fillWidth: true

            TextMarks {
                target: body.textDocument
                marks: row.mentions
                color: Theme.colors.accent
            }
        }
        Lazy {
            id: editor

            property bool asked: false // just now, and not before the record was opened

            active: row.editing
            implicitHeight: item?.implicitHeight ?? 0
            Layout.fillWidth: true

            ColumnLayout {
                id: writing

                width: editor.width
                spacing: Theme.space8

                NoteField {
                    id: field
                    objectName: "editor"
                    crm: row.crm
                    placeholderText: qsTr("Write a note")
                    Component.onCompleted: {
                        show(row.change.text);
                        if (editor.asked)
                            take();
                    }
                    onTextChanged: row.change.text = text
                    onMentionedChanged: row.change.mentioned = mentioned
                    onKept: row.keep()
                    Keys.onEscapePressed: row.giveUp()
                    Layout.fillWidth: true

                    Binding on mentioned { value: row.change.mentioned }
                    Connections {
                        target: row.change
                        function onChanged() {
                            if (field.text !== row.change.text)
                                field.show(row.change.text);
                        }
                    }
                }
                RowLayout {
                    spacing: Theme.space8
                    Layout.alignment: Qt.AlignRight

                    Button {
                        objectName: "giveUp"
                        kind: Button.Quiet
                        text: qsTr("Cancel")
                        onClicked: row.giveUp()
                    }
                    Button {
                        objectName: "keepChange"
                        text: qsTr("Keep")
                        enabled: field.ready
                        onClicked: row.keep()
                    }
                }
            }
        }
        RowLayout {
            visible: !row.editing
            spacing: Theme.space4

            Label {
                text: row.detail
                font: Theme.small
                color: Theme.colors.text2
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
            }
            Icon {
                visible: row.waiting
                name: "clock"
                size: Theme.iconSmall
            }
            IconButton {
                id: pencil
                objectName: "edit"
                visible: row.own
                size: Theme.iconSize + Theme.space4
                iconName: "pencil"
                color: Theme.colors.text3
                text: qsTr("Change the note “%1”").arg(row.title)
                onClicked: {
                    editor.asked = true;
                    row.change.begin(row.version, row.body);
                }
            }
            IconButton {
                objectName: "remove"
                size: Theme.iconSize + Theme.space4
                iconName: "trash-2"
                color: Theme.colors.text3
                text: qsTr("Move the note “%1” to the bin").arg(row.title)
                onClicked: row.removed()
            }
        }
    }
}

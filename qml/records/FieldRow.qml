// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// One field of a record: its name, its value, and the means to change it, which a press on the value opens in its place. One row of a RecordFieldsModel.
RowLayout {
    id: row

    required property string field
    required property string label
    required property string text
    required property string editText
    required property string type
    required property string reference
    required property string refersTo
    required property int longest
    required property bool waiting
    required property int labelWidth
    property RecordPage page: null
    property Crm crm: null

    property bool editing: false
    property RecordPage edited: null // whose field it is: another record may be opened meanwhile
    property int seenVersion: 0
    property string seenText: ""
    property bool restored: false // what stands in the editor was typed earlier
    readonly property bool choosing: type === "choice" || type === "person" || type === "place" || type === "flag"

    signal referenceOpened(string record)
    signal pickerAsked

    // What the editor shows is what the person has seen: a change by somebody else meanwhile is not overwritten unseen.
    function edit() {
        if (type === "record") {
            pickerAsked();
        } else if (choosing) {
            page.edit(field);
            (chooser.createObject(row, { page: page, field: field }) as Menu).popup(value, 0, value.height);
        } else {
            edited = page;
            seenVersion = page.version;
            seenText = editText;
            restored = false;
            page.edit(field);
            editing = true;
        }
    }

    // What was typed earlier and could not be kept is there again, until it is kept or given up, here or in another view of the record.
    function follow() {
        if (type === "record" || choosing || !page)
            return;
        const held = page.begunFields.holds(field);
        if (held && !editing) {
            edited = page;
            seenVersion = page.begunFields.seenVersion(field);
            seenText = page.begunFields.seenText(field);
            restored = true;
            editing = true;
        } else if (!held && restored) {
            editing = false;
        }
    }

    function leave(byKey: bool) {
        editing = false;
        restored = false;
        edited.begunFields.drop(field);
        edited.endEdit(field);
        if (byKey)
            value.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space8
    Component.onCompleted: follow()

    Connections {
        target: row.page?.begunFields ?? null

        function onChanged() {
            row.follow();
        }
    }
    Label {
        text: row.label
        font: Theme.label
        color: Theme.colors.text2
        Layout.preferredWidth: row.labelWidth
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.space4 + 2
    }
    T.AbstractButton {
        id: value
        objectName: "value"

        visible: !row.editing
        leftPadding: Theme.space8
        rightPadding: Theme.space8
        topPadding: Theme.space4
        bottomPadding: Theme.space4
        implicitHeight: Math.max(28, implicitContentHeight + topPadding + bottomPadding)
        focusPolicy: Qt.StrongFocus
        Accessible.name: row.text === "" ? qsTr("%1: empty, change").arg(row.label) : qsTr("%1: %2, change").arg(row.label).arg(row.text)
        Keys.onReturnPressed: value.clicked()
        Keys.onEnterPressed: value.clicked()
        onClicked: row.edit()
        Layout.fillWidth: true

        contentItem: RowLayout {
            spacing: Theme.space4

            Label {
                text: row.text === "" ? "—" : row.text
                font: Theme.label
                color: row.text === "" ? Theme.colors.text3 : Theme.colors.text
                wrapMode: Text.Wrap
                maximumLineCount: 6
                Layout.fillWidth: true
            }
            Icon {
                visible: row.waiting
                name: "clock"
                size: Theme.iconSmall
            }
        }
        background: Rectangle {
            radius: Theme.radiusTag
            color: value.hovered || value.visualFocus ? Theme.colors.hover : "transparent"

            FocusRing { control: value; inset: 0 }
        }
    }
    IconButton {
        objectName: "openLink"
        visible: row.type === "link" && row.text !== "" && !row.editing
        size: 28
        iconName: "external-link"
        text: qsTr("Open %1").arg(row.text)
        onClicked: Qt.openUrlExternally(row.text.startsWith("http") || row.text.startsWith("mailto:") ? row.text : "https://" + row.text)
        Layout.alignment: Qt.AlignTop
    }
    IconButton {
        visible: row.reference !== "" && !row.editing
        size: 28
        iconName: "chevron-right"
        text: qsTr("Open %1").arg(row.text)
        onClicked: row.referenceOpened(row.reference)
        Layout.alignment: Qt.AlignTop
    }
    ColumnLayout {
        visible: row.editing
        spacing: Theme.space4
        Layout.fillWidth: true

        Lazy {
            id: editor

            active: row.editing
            implicitHeight: Theme.controlHeight
            Layout.fillWidth: true

            FieldEditor {
                objectName: "input"
                anchors.fill: parent
                page: row.page
                field: row.field
                before: row.restored ? row.page.begunFields.text(row.field) : row.seenText
                takesKeyboard: !row.restored
                maximumLength: row.longest > 0 ? row.longest : 100
                Accessible.name: row.label
                onTextEdited: {
                    row.restored = false;
                    row.edited.edit(row.field);
                    row.edited.begunFields.type(row.field, text, row.seenVersion, row.seenText);
                }
                onSaved: text => {
                    row.restored = false;
                    row.edited.set(row.field, text, row.seenVersion, row.seenText);
                    row.edited.begunFields.drop(row.field);
                }
                onClosed: byKey => row?.leave(byKey) // none: it has gone meanwhile
            }
        }
        Label {
            visible: text !== ""
            text: (editor.item as FieldEditor)?.problem ?? ""
            font: Theme.small
            color: Theme.colors.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }

    Component {
        id: chooser

        Menu {
            id: menu

            required property RecordPage page // another record may be opened meanwhile
            required property string field
            readonly property var choices: row.crm.choicesOf(page.kind, field)

            onClosed: {
                page?.endEdit(field);
                destroy();
            }

            Instantiator {
                model: menu.choices
                onObjectAdded: (index, object) => menu.insertItem(index, object)
                onObjectRemoved: (index, object) => menu.removeItem(object)

                MenuItem {
                    required property var modelData

                    text: modelData.text
                    checked: modelData.value === row.editText
                    onTriggered: menu.page?.set(menu.field, modelData.value)
                }
            }
            MenuItem {
                visible: row.type === "person"
                height: visible ? implicitHeight : 0
                text: qsTr("Nobody")
                checked: row.editText === ""
                onTriggered: menu.page?.set(menu.field, "")
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A list of a record, such as its e-mail addresses: each entry with a button that takes it out, and a field for one more.
RowLayout {
    id: row

    required property string field
    required property string label
    required property var entries
    required property int longest
    required property bool waiting
    required property int labelWidth
    property RecordPage page: null

    spacing: Theme.space8

    Label {
        text: row.label
        font: Theme.label
        color: Theme.colors.text2
        Layout.preferredWidth: row.labelWidth
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.space4 + 2
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Repeater {
            model: row.entries

            RowLayout {
                id: entry

                required property string modelData

                spacing: Theme.space4
                Layout.fillWidth: true

                Label {
                    text: entry.modelData
                    font: Theme.label
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.space8
                }
                Icon {
                    visible: row.waiting
                    name: "clock"
                    size: Theme.iconSmall
                }
                IconButton {
                    size: 28
                    iconName: "x"
                    text: qsTr("Remove %1").arg(entry.modelData)
                    onClicked: {
                        another.forceActiveFocus(Qt.TabFocusReason); // the entry goes, the focus stays here
                        row.page.removeEntry(row.field, entry.modelData);
                    }
                }
            }
        }
        TextField {
            id: another

            property RecordPage edited: null // whose field it is: another record may be opened meanwhile

            function add() {
                if (text.trim() !== "")
                    edited?.addEntry(row.field, text);
                clear();
            }

            objectName: "another"
            implicitWidth: 60
            implicitHeight: 28
            leftPadding: Theme.space8
            font: Theme.label
            placeholderText: qsTr("Add")
            maximumLength: row.longest
            Accessible.name: qsTr("Add: %1").arg(row.label)
            onTextEdited: {
                edited = row.page;
                edited.edit(row.field);
            }
            Keys.onEscapePressed: event => {
                event.accepted = text !== "";
                clear();
            }
            onEditingFinished: { // by Enter, and by leaving it
                add();
                edited?.endEdit(row.field);
            }
            Layout.fillWidth: true

            background: Rectangle {
                radius: Theme.radiusTag
                color: another.hovered || another.activeFocus ? Theme.colors.hover : "transparent"
                border.width: another.activeFocus ? 2 : 0
                border.color: Theme.colors.focus
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// What somebody wrote about a record; people who are mentioned stand out.
Item {
    id: row

    required property string record
    required property string title
    required property string body
    required property var mentions // [{from, length}] in the body
    required property string detail
    required property bool waiting
    property bool sought: false // somebody was led to it

    signal removed

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
            Accessible.name: text
            Layout.fillWidth: true

            TextMarks {
                target: body.textDocument
                marks: row.mentions
                color: Theme.colors.accent
            }
        }
        RowLayout {
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

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// A setting: its name, what it does, and its control at the end.
RowLayout {
    id: row

    required property string title
    property string help: ""
    property string problem: "" // takes the place of the help
    default property alias control: controlRow.data

    spacing: Theme.space16
    Layout.fillWidth: true
    Layout.minimumHeight: 48

    // In an item of its own: the column would take its width as what it needs, and the layout would begin again.
    Item {
        implicitHeight: words.implicitHeight
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8

        Column {
            id: words
            width: parent.width
            spacing: Theme.space2

            Label {
                width: parent.width
                text: row.title
                font: Theme.labelStrong
            }
            Label {
                visible: text !== ""
                width: parent.width
                text: row.problem === "" ? row.help : row.problem
                font: Theme.small
                color: row.problem === "" ? Theme.colors.text2 : Theme.colors.error
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
    RowLayout {
        id: controlRow
        spacing: Theme.space8
        Layout.fillWidth: false
    }
}

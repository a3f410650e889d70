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
    default property alias control: controlRow.data

    spacing: Theme.space16
    Layout.fillWidth: true
    Layout.minimumHeight: 48

    ColumnLayout {
        spacing: 2
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8

        Label {
            text: row.title
            font: Theme.labelStrong
            Layout.fillWidth: true
        }
        Label {
            visible: text !== ""
            text: row.help
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }
    RowLayout {
        id: controlRow
        spacing: Theme.space8
    }
}

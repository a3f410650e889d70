// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One thing the palette can do.
ListRow {
    id: row

    property string title: ""
    property string keys: ""
    property string iconName: ""

    base: Theme.colors.raised
    implicitHeight: 40
    focusPolicy: Qt.NoFocus
    Accessible.name: title

    contentItem: RowLayout {
        spacing: Theme.space12

        Icon {
            name: row.iconName
            Layout.leftMargin: Theme.space8
            Layout.rightMargin: Theme.space8
        }
        Label {
            text: row.title
            Layout.fillWidth: true
        }
        KeyHint {
            visible: row.keys !== ""
            keys: row.keys
        }
    }
}

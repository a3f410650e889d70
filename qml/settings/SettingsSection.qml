// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// A titled card of settings.
ColumnLayout {
    id: section

    required property string title
    default property alias rows: column.data

    spacing: Theme.space8

    SectionTitle {
        text: section.title
    }
    Rectangle {
        radius: Theme.radiusCard
        color: Theme.colors.surface
        border.width: 1
        border.color: Theme.colors.line
        implicitHeight: column.implicitHeight + 2 * Theme.space8
        Layout.fillWidth: true

        ColumnLayout {
            id: column
            anchors.fill: parent
            anchors.margins: Theme.space8
            anchors.leftMargin: Theme.space16
            anchors.rightMargin: Theme.space16
            spacing: 0
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One of the two values of a conflict: what it is, who set it and when, and the button that chooses it.
Rectangle {
    id: side

    required property string heading
    required property string value
    required property string by // empty: not known
    required property string time
    required property string choice

    readonly property string origin: by === "" ? "" : time === "" ? by : qsTr("%1, %2", "who, when").arg(by).arg(time)

    signal chosen

    implicitHeight: column.implicitHeight + 2 * Theme.space12
    radius: Theme.radiusControl
    color: Theme.colors.surface
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.colors.line
    Accessible.role: Accessible.Grouping
    Accessible.name: heading + ": " + value + (origin === "" ? "" : ". " + origin)

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space12
        spacing: Theme.space4

        Label {
            text: side.heading
            font: Theme.small
            color: Theme.colors.text2
            Layout.fillWidth: true
        }
        Label {
            text: side.value === "" ? qsTr("(empty)") : side.value
            font: Theme.labelStrong
            color: side.value === "" ? Theme.colors.text2 : Theme.colors.text
            wrapMode: Text.Wrap
            maximumLineCount: 4
            Layout.fillWidth: true
        }
        Label {
            visible: text !== ""
            text: side.origin
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Item {
            Layout.fillHeight: true
        }
        Button {
            text: side.choice
            Accessible.description: side.value
            onClicked: side.chosen()
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// What one can type, before anything is typed. Pressing a line begins with it.
ColumnLayout {
    id: help

    readonly property var ways: [
        { typed: "\"\"", example: "\"marina road\"", help: qsTr("Exactly these words, one after the other") },
        { typed: "from:", example: "from:maya", help: qsTr("Written by somebody; from:me for your own") },
        { typed: "in:", example: "in:\"refunds eu\"", help: qsTr("In a conversation") },
        { typed: "has:file", example: "has:file", help: qsTr("With a file or a picture") },
        { typed: "has:link", example: "has:link", help: qsTr("With a link") },
        { typed: "is:open", example: "is:open", help: qsTr("In conversations that are open; is:closed in those that are closed") },
        { typed: "after:", example: "after:2026-11-03", help: qsTr("From that day on; also today and yesterday") },
        { typed: "before:", example: "before:2026-11", help: qsTr("Before that day, month or year") },
        { typed: "-", example: "-shipping", help: qsTr("Without a word") }
    ]

    signal chosen(string typed)

    spacing: 0

    Label {
        text: qsTr("Type words in any language; their beginnings are enough. To narrow it down:")
        font: Theme.label
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.margins: Theme.space12
    }
    Repeater {
        model: help.ways

        ListRow {
            id: way

            required property var modelData

            objectName: way.modelData.typed
            implicitHeight: 36
            Accessible.name: qsTr("%1: %2").arg(way.modelData.example).arg(way.modelData.help)
            Layout.fillWidth: true
            onClicked: help.chosen(way.modelData.typed)

            contentItem: RowLayout {
                spacing: Theme.space12

                Label {
                    text: way.modelData.example
                    font: Theme.labelStrong
                    color: Theme.colors.accent
                    Layout.preferredWidth: 140
                }
                Label {
                    text: way.modelData.help
                    font: Theme.label
                    color: Theme.colors.text2
                    Layout.fillWidth: true
                }
            }
        }
    }
}

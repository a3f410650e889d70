// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What the person is told while they look elsewhere, and how.
SettingsSection {
    id: section

    required property AppController app
    required property AlertChoices choices

    readonly property var kinds: [
        { kind: "messages", title: qsTr("New messages"), help: qsTr("Of others, in conversations that are not open and not muted"), sounds: true },
        { kind: "mentions", title: qsTr("Mentions"), help: qsTr("Somebody writes your name with an @ in a note"), sounds: true },
        { kind: "reminders", title: qsTr("Reminders"), help: qsTr("Of your tasks"), sounds: true },
        { kind: "alarms", title: qsTr("Alarms"), help: qsTr("Of figures on the dashboard; each says itself whether it makes a sound"), sounds: false }
    ]

    title: qsTr("Alerts")

    Repeater {
        model: section.kinds

        ColumnLayout {
            id: row

            required property var modelData
            readonly property string kind: modelData.kind

            spacing: 0
            Layout.fillWidth: true

            SettingsRow {
                title: row.modelData.title
                help: row.modelData.help

                CheckBox {
                    id: sound
                    objectName: row.kind + "Sound"
                    visible: row.modelData.sounds
                    enabled: told.checked
                    text: qsTr("%1: with a sound").arg(row.modelData.title)
                    checked: section.choices.sounds[row.kind]
                    onToggled: section.choices.setSound(row.kind, checked)
                }
                Label {
                    visible: sound.visible
                    text: qsTr("Sound")
                    font: Theme.small
                    color: Theme.colors.text2
                }
                Switch {
                    id: told
                    objectName: row.kind
                    text: row.modelData.title
                    checked: section.choices.told[row.kind]
                    onToggled: section.choices.setTold(row.kind, checked)
                }
            }
            Divider { Layout.fillWidth: true }
        }
    }
    SettingsRow {
        title: qsTr("Show what was written")
        help: qsTr("Off: an alert says only that there is something. For this computer, because others may see its screen.")

        Switch {
            objectName: "alertTexts"
            text: qsTr("Show what was written")
            checked: section.app.settings.alertTexts
            onToggled: section.app.settings.alertTexts = checked
        }
    }
    Divider { Layout.fillWidth: true }
    SettingsRow {
        title: qsTr("On this computer")
        help: section.app.alertPlace + " " + qsTr("While you have chosen “Do not disturb” nothing is told.")
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What of the workspace lies on this computer: for how long, how safe, and how it goes.
SettingsSection {
    id: section

    required property AppController app
    required property Workspace workspace

    title: qsTr("On this computer")

    SettingsRow {
        title: qsTr("Keep messages")
        help: qsTr("Older ones leave this computer and its search. The server keeps them, and they come back where you scroll to them.")

        Segmented {
            name: qsTr("Keep messages")
            value: String(section.app.settings.keepDays)
            options: [
                { value: "0", text: qsTr("For ever") },
                { value: "365", text: qsTr("1 year") },
                { value: "90", text: qsTr("90 days") },
                { value: "30", text: qsTr("30 days") }
            ]
            onChosen: value => section.app.settings.keepDays = Number(value)
        }
    }
    Divider { Layout.fillWidth: true }
    SettingsRow {
        title: qsTr("Files take at most")
        help: qsTr("Those that were used longest ago leave this computer first, and come back when you open them. What waits to be sent stays.")

        Segmented {
            objectName: "fileMegabytes"
            name: qsTr("Files take at most")
            value: String(section.app.settings.fileMegabytes)
            options: [
                { value: "100", text: qsTr("100 MB") },
                { value: "500", text: qsTr("500 MB") },
                { value: "2000", text: qsTr("2 GB") }
            ]
            onChosen: value => section.app.settings.fileMegabytes = Number(value)
        }
    }
    Divider { Layout.fillWidth: true }
    SettingsRow {
        title: qsTr("Not encrypted")
        help: qsTr("Messages and files are kept as they are, in files that only your account of this computer can read. Who can start it from another disk or has your backups can read them: encrypt the disk.")
            + (section.app.signInPlace === "" ? "" : " " + section.app.signInPlace)
    }
    Divider { Layout.fillWidth: true }
    SettingsRow {
        title: qsTr("Local data")
        help: qsTr("Messages, people, files and the search index of this workspace")

        Button {
            objectName: "clearLocalData"
            text: qsTr("Clear…")
            iconName: "trash-2"
            Accessible.name: qsTr("Clear local data")
            onClicked: dialog.open()
        }
    }

    Dialog {
        id: dialog
        objectName: "clearDialog"
        title: qsTr("Clear local data?")
        confirmText: qsTr("Clear")
        destructive: true
        onConfirmed: section.workspace.clearLocalData()

        Label {
            anchors.fill: parent
            text: (section.workspace.connection.online
                ? qsTr("All messages, files and the search index are deleted from this computer and read from the server again.")
                : qsTr("All messages, files and the search index are deleted from this computer. You are not connected: it shows nothing until you are."))
                + "\n\n" + qsTr("What stays: drafts, what waits to be sent, and everything on the server.")
            font: Theme.body
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

Rectangle {
    id: page

    required property AppController app
    required property Workspace workspace

    color: Theme.colors.window

    Flickable {
        id: flickable
        objectName: "settingsPage"
        clip: true
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space24
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { }

        FocusInSight { flickable: flickable }
        ColumnLayout {
            id: column
            x: page.LayoutMirroring.enabled ? flickable.width - width - Theme.space24 : Theme.space24
            y: Theme.space20
            width: Math.min(flickable.width - 2 * Theme.space24, Theme.readingWidth)
            spacing: Theme.space24

            Label {
                text: qsTr("Settings")
                font: Theme.heading
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            SettingsSection {
                title: qsTr("Appearance")
                Layout.fillWidth: true

                SettingsRow {
                    title: qsTr("Theme")

                    Segmented {
                        name: qsTr("Theme")
                        value: page.app.settings.theme
                        options: [
                            { value: "system", text: qsTr("System") },
                            { value: "light", text: qsTr("Light") },
                            { value: "dark", text: qsTr("Dark") }
                        ]
                        onChosen: value => page.app.settings.theme = value
                    }
                }
                Divider { Layout.fillWidth: true }
                SettingsRow {
                    title: qsTr("High contrast")
                    help: qsTr("Stronger text and visible edges")

                    Switch {
                        objectName: "highContrast"
                        text: qsTr("High contrast")
                        checked: page.app.settings.highContrast
                        onToggled: page.app.settings.highContrast = checked
                    }
                }
                Divider { Layout.fillWidth: true }
                SettingsRow {
                    title: qsTr("Less motion")
                    help: qsTr("Nothing slides, fades or bounces")

                    Switch {
                        objectName: "reducedMotion"
                        text: qsTr("Less motion")
                        checked: page.app.settings.reducedMotion
                        onToggled: page.app.settings.reducedMotion = checked
                    }
                }
                Divider { Layout.fillWidth: true }
                SettingsRow {
                    title: qsTr("Language")

                    Segmented {
                        name: qsTr("Language")
                        value: page.app.settings.language
                        options: [
                            { value: "system", text: qsTr("System") },
                            { value: "en", text: "English" },
                            { value: "de", text: "Deutsch" }
                        ]
                        onChosen: value => page.app.settings.language = value
                    }
                }
            }
            ProfileSection {
                workspace: page.workspace
                Layout.fillWidth: true
            }
            SettingsSection {
                title: qsTr("Your devices")
                Layout.fillWidth: true

                SettingsRow {
                    title: qsTr("Share settings between my devices")
                    help: qsTr("Theme, contrast, motion and language; not what is about this computer")

                    Switch {
                        objectName: "shareSettings"
                        text: qsTr("Share settings between my devices")
                        checked: page.app.settings.shareSettings
                        onToggled: page.app.settings.shareSettings = checked
                    }
                }
                Divider { Layout.fillWidth: true }
                SettingsRow {
                    title: qsTr("Share drafts")
                    help: qsTr("What you begin on one device is there on the others. What you type here is never replaced.")

                    Switch {
                        objectName: "shareDrafts"
                        text: qsTr("Share drafts")
                        checked: page.app.settings.shareDrafts
                        onToggled: page.app.settings.shareDrafts = checked
                    }
                }
            }
            SettingsSection {
                title: qsTr("Workspace")
                Layout.fillWidth: true

                SettingsRow {
                    title: page.workspace.label
                    help: page.workspace.connection.server

                    Button {
                        objectName: "signOut"
                        text: qsTr("Sign out")
                        iconName: "log-out"
                        onClicked: signOutDialog.open()
                    }
                }
            }
            AlertsSection {
                app: page.app
                choices: page.workspace.alerts.choices
                Layout.fillWidth: true
            }
            TeamsSection {
                workspace: page.workspace
                Layout.fillWidth: true
            }
            Lazy {
                objectName: "customers"
                active: page.workspace.crm.setup.allowed
                visible: active
                implicitHeight: item?.implicitHeight ?? 0
                Layout.fillWidth: true

                CustomersSettings {
                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    crm: page.workspace.crm
                }
            }
            Lazy {
                objectName: "audit"
                active: page.workspace.audit.allowed
                visible: active
                implicitHeight: item?.implicitHeight ?? 0
                Layout.fillWidth: true

                AuditSection {
                    objectName: "auditSection"
                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    audit: page.workspace.audit
                }
            }
            LocalDataSection {
                app: page.app
                workspace: page.workspace
                Layout.fillWidth: true
            }
            NetworkSection {
                network: page.app.network
                Layout.fillWidth: true
            }
            SettingsSection {
                title: qsTr("About")
                Layout.fillWidth: true

                SettingsRow {
                    title: qsTr("Frontdesk %1").arg(page.app.version)
                    help: qsTr("Free software under the GNU General Public License, version 3 or later. Icons: Lucide (ISC licence).")
                }
            }
        }
    }

    Dialog {
        id: signOutDialog
        objectName: "signOutDialog"
        title: qsTr("Sign out of %1?").arg(page.workspace.label)
        confirmText: qsTr("Sign out")
        destructive: page.workspace.connection.waiting > 0
        onConfirmed: page.app.signOut()

        Label {
            anchors.fill: parent
            text: page.workspace.connection.waiting > 0
                ? qsTr("%n change(s) still wait to be sent. They are kept on this computer, with your drafts, and sent after you sign in again; the messages here are deleted, the server keeps them.", "", page.workspace.connection.waiting)
                : page.app.signInPlace === "" ? qsTr("Everything stays on this computer. Open it again whenever you like.")
                : qsTr("The messages on this computer are deleted; the server keeps them, and drafts stay here. You will need your password to come back.")
            font: Theme.body
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
}

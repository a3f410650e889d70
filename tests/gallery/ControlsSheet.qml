// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Connection
import Frontdesk.Controls
import Frontdesk.Conversations
import Frontdesk.Models
import Frontdesk.Theme

// Every control in its states, on one sheet.
Rectangle {
    color: Theme.colors.window

    component Group: ColumnLayout {
        property string title

        spacing: Theme.space8
        Layout.alignment: Qt.AlignTop

        SectionTitle {
            text: parent.title
        }
    }

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space24
        spacing: Theme.space32

        Group {
            title: "Buttons"

            RowLayout {
                Button { text: "Send"; kind: Button.Primary }
                Button { text: "Send"; kind: Button.Primary; enabled: false }
                Button { text: "Signing in"; kind: Button.Primary; busy: true }
                Button { text: "Remove"; kind: Button.Primary; destructive: true }
            }
            RowLayout {
                Button { text: "Cancel" }
                Button { text: "Rename"; iconName: "pencil" }
                Button { text: "Leave"; iconName: "log-out"; destructive: true }
                Button { text: "Save"; enabled: false }
            }
            RowLayout {
                Button { text: "Try again"; kind: Button.Quiet }
                Button { text: "Discard"; kind: Button.Quiet; destructive: true }
                IconButton { iconName: "plus"; text: "New" }
                IconButton { iconName: "panel-right"; text: "Details"; checked: true }
                IconButton { iconName: "ellipsis"; text: "More"; enabled: false }
            }
        }
        Group {
            title: "Fields"

            FormField { label: "Name"; text: "Lena Roth" }
            FormField { label: "Address of the server"; placeholder: "https://desk.example.org"; help: "Whoever looks after it knows" }
            FormField { label: "Password"; text: "secret"; echoMode: TextInput.Password; problem: "The name or the password is wrong." }
            SearchField { placeholderText: "Filter conversations" }
            SearchField { text: "Refunds"; placeholderText: "Filter conversations" }
        }
        Group {
            title: "Choices"

            Segmented {
                name: "Theme"
                value: "light"
                options: [{ value: "system", text: "System" }, { value: "light", text: "Light" }, { value: "dark", text: "Dark" }]
            }
            RowLayout {
                Switch { text: "On"; checked: true }
                Switch { text: "Off" }
            }
        }
        Group {
            title: "People"

            RowLayout {
                Avatar { initials: "MO"; colorKey: "maya"; presence: "online"; ground: Theme.colors.window }
                Avatar { initials: "PZ"; colorKey: "piotr"; presence: "away"; ground: Theme.colors.window }
                Avatar { initials: "PN"; colorKey: "priya"; presence: "dnd"; ground: Theme.colors.window }
                Avatar { initials: "CW"; colorKey: "chen"; presence: "offline"; ground: Theme.colors.window }
                Avatar { initials: "RE"; colorKey: "refunds"; group: true }
                Avatar { initials: "سح"; colorKey: "salma"; size: Theme.avatarMessage }
                Avatar { initials: "LR"; colorKey: "lena"; size: 56; presence: "online"; ground: Theme.colors.window }
            }
        }
        Group {
            title: "Marks"

            RowLayout {
                spacing: Theme.space12

                Badge { count: 1 }
                Badge { count: 42 }
                Badge { count: 128 }
                Chip { text: "Admin" }
                KeyHint { keys: "Ctrl K" }
                Spinner { }
                TypingDots { }
            }
            RowLayout {
                spacing: Theme.space12

                Repeater {
                    model: ["queued", "sending", "sent", "delivered", "read", "refused"]

                    RowLayout {
                        required property string modelData

                        DeliveryMark { delivery: parent.modelData }
                        Label { text: parent.modelData; font: Theme.small }
                    }
                }
            }
        }
        Group {
            title: "Connection"

            ConnectionBadge { connection: ConnectionStatus { badgeText: "Connected · 12 ms"; badgeKind: "ok" } }
            ConnectionBadge { connection: ConnectionStatus { badgeText: "Reconnecting, attempt 3 · in 4 s · 2 waiting"; badgeKind: "warn" } }
            ConnectionBadge { connection: ConnectionStatus { badgeText: "Offline · 2 waiting"; badgeKind: "error" } }
        }
        Group {
            title: "Icons"

            Grid {
                columns: 12
                spacing: Theme.space12

                Repeater {
                    model: ["inbox", "users", "activity", "settings", "search", "plus", "square-pen", "wifi", "wifi-off", "clock", "check", "check-check",
                        "circle-alert", "x", "ellipsis", "send-horizontal", "panel-right", "chevron-right", "arrow-left", "arrow-down", "copy",
                        "pencil", "log-out", "log-in", "user-minus", "user", "monitor", "compass", "message-square", "messages-square",
                        "sun-moon", "cloud-off", "triangle-alert", "info", "chart-column",
                        "table-2", "file-down", "image-down"]

                    Icon {
                        required property string modelData

                        name: modelData
                        size: 22
                    }
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// All stories by name. `framed` shows the list beside the story, for looking around by hand.
Rectangle {
    id: gallery

    property string story: "inbox"
    property bool dark: false
    property bool framed: true
    readonly property var names: Object.keys(stories)
    readonly property var stories: {
        const found = {};
        for (let part = 0; part < parts.length; ++part) {
            const all = parts[part].all;
            for (let place = 0; place < all.length; ++place)
                found[all[place].name] = all[place].content;
        }
        return found;
    }

    readonly property list<Stories> parts: [
        SheetStories { },
        InboxStories { },
        SearchStories { },
        ConnectionStories { },
        CrmStories { },
        ExchangeStories { },
        DashboardStories { },
        SettingsStories { },
        WelcomeStories { }
    ]

    color: Theme.colors.window

    Binding { target: Theme; property: "mode"; value: gallery.dark ? "dark" : "light" }
    Binding { target: Theme; property: "reducedMotion"; value: !gallery.framed }
    Binding { target: Theme; property: "highContrast"; value: gallery.story.endsWith("-contrast") }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            visible: gallery.framed
            spacing: 0
            Layout.preferredWidth: 180
            Layout.fillHeight: true

            Button {
                kind: Button.Quiet
                text: gallery.dark ? "Light" : "Dark"
                onClicked: gallery.dark = !gallery.dark
            }
            ListView {
                model: gallery.names
                clip: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                delegate: ListRow {
                    id: entry

                    required property string modelData

                    width: ListView.view.width
                    implicitHeight: 32
                    highlighted: entry.modelData === gallery.story
                    contentItem: Label { text: entry.modelData; font: Theme.label }
                    onClicked: gallery.story = entry.modelData
                }
            }
        }
        Lazy {
            active: gallery.story !== ""
            content: gallery.stories[gallery.story] ?? null
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}

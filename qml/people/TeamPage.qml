// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Everybody of the workspace. Pressing somebody opens the conversation with them.
Rectangle {
    id: page

    required property Workspace workspace

    signal conversationOpened

    function openWith(userId: string) {
        page.workspace.startDirect(userId);
        page.conversationOpened();
    }

    color: Theme.colors.window

    ColumnLayout {
        x: parent.LayoutMirroring.enabled ? parent.width - width - Theme.space24 : Theme.space24
        y: Theme.space20
        width: Math.min(parent.width - 2 * Theme.space24, Theme.readingWidth)
        height: parent.height - Theme.space20 - Theme.space24
        spacing: Theme.space16

        RowLayout {
            spacing: Theme.space12

            Label {
                text: qsTr("Team")
                font: Theme.heading
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Label {
                text: people.count
                font: Theme.body
                color: Theme.colors.text2
                Layout.fillWidth: true
            }
            SearchField {
                id: search
                placeholderText: qsTr("Find people")
                Layout.preferredWidth: 220
            }
        }
        Rectangle {
            radius: Theme.radiusCard
            color: Theme.colors.surface
            border.width: 1
            border.color: Theme.colors.line
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: list
                objectName: "team"

                anchors.fill: parent
                anchors.margins: Theme.space8
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 0 // as in a RecordTable
                reuseItems: true
                ScrollBar.vertical: ScrollBar { }
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Team")

                model: FilterModel {
                    id: people
                    sourceModel: page.workspace.people
                    nameRoles: ["displayName", "name"]
                    text: search.text
                }

                delegate: PersonRow {
                    id: person

                    width: ListView.view.width
                    enabled: !isMe
                    onClicked: page.openWith(userId)

                    Chip {
                        visible: person.role === "admin"
                        text: qsTr("Admin")
                    }
                    Icon {
                        visible: !person.isMe
                        name: "message-square"
                        color: person.hovered || person.visualFocus ? Theme.colors.accent : Theme.colors.text3
                        Layout.leftMargin: Theme.space8
                    }
                }
            }
            EmptyState {
                visible: list.count === 0
                anchors.fill: parent
                iconName: "users"
                title: search.text === "" ? qsTr("Nobody is here yet") : qsTr("Nobody is called “%1”").arg(search.text)
                text: search.text === "" ? qsTr("People appear here as soon as the server has told about them.") : ""
                actionText: search.text === "" ? "" : qsTr("Show everybody")
                onTriggered: search.clear()
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Searches all messages that are on this computer, with or without a connection. Pressing a hit goes to its place.
Rectangle {
    id: page

    required property Workspace workspace

    readonly property SearchModel hits: workspace.search

    signal messageOpened

    function takeFocus() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    function openHit(conversationId: string, number: int) {
        page.workspace.openMessage(conversationId, number);
        page.messageOpened();
    }

    // Begins with an operator; between two quotes one goes on typing.
    function begin(typed: string) {
        field.text = typed;
        field.forceActiveFocus(Qt.OtherFocusReason);
        field.cursorPosition = typed === "\"\"" ? 1 : typed.length;
    }

    color: Theme.colors.window

    ColumnLayout {
        x: parent.LayoutMirroring.enabled ? parent.width - width - Theme.space24 : Theme.space24
        y: Theme.space20
        width: Math.min(parent.width - 2 * Theme.space24, Theme.readingWidth)
        height: parent.height - Theme.space20 - Theme.space24
        spacing: Theme.space12

        RowLayout {
            spacing: Theme.space12

            Label {
                text: qsTr("Search")
                font: Theme.heading
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Label {
                objectName: "summary"
                text: page.hits.problem === "" ? page.hits.summary : ""
                font: Theme.body
                color: Theme.colors.text2
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                Layout.fillWidth: true
            }
            Segmented {
                name: qsTr("Order")
                value: page.hits.order
                options: [{ value: "newest", text: qsTr("Newest") }, { value: "relevance", text: qsTr("Best match") }]
                onChosen: value => page.hits.order = value
            }
        }
        SearchField {
            id: field
            objectName: "field"
            placeholderText: qsTr("Search all messages")
            Layout.fillWidth: true
            onTextChanged: page.hits.text = text
            onAccepted: {
                const first = list.itemAtIndex(0) as HitRow;
                if (first)
                    first.clicked();
            }
            Keys.onDownPressed: {
                const first = list.itemAtIndex(0);
                if (first)
                    first.forceActiveFocus(Qt.TabFocusReason);
            }
            Component.onCompleted: text = page.hits.text

            Connections {
                target: page.hits
                function onTextChanged() {
                    field.text = page.hits.text;
                }
            }
        }
        Flow {
            visible: page.hits.filters.length > 0
            spacing: Theme.space8
            Layout.fillWidth: true

            Repeater {
                model: page.hits.filters

                FilterChip {
                    required property var modelData
                    required property int index

                    objectName: "filter" + index
                    text: modelData.text
                    problem: modelData.problem
                    onClicked: page.hits.removeFilter(index)
                }
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
                objectName: "hits"

                visible: page.hits.asked
                anchors.fill: parent
                anchors.margins: Theme.space8
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                model: page.hits
                ScrollBar.vertical: ScrollBar { }
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Messages found")
                onAtYEndChanged: {
                    if (atYEnd && page.hits.more && !page.hits.searching)
                        page.hits.loadMore();
                }
                delegate: HitRow {
                    required property string conversationId
                    required property int number

                    width: ListView.view.width
                    onClicked: page.openHit(conversationId, number)
                }
            }
            SearchHelp {
                visible: !page.hits.asked
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.space8
                y: Theme.space8
                onChosen: typed => page.begin(typed)
            }
            EmptyState {
                objectName: "noHits"
                visible: page.hits.asked && list.count === 0
                anchors.fill: parent
                busy: page.hits.searching
                iconName: page.hits.problem === "" ? "search" : "circle-alert"
                title: busy ? qsTr("Searching") : page.hits.problem !== "" ? qsTr("It could not be searched") : qsTr("No message was found")
                text: busy ? "" : page.hits.problem !== "" ? page.hits.problem
                    : page.hits.complete ? qsTr("Fewer words or filters find more. Messages that were never loaded onto this computer are not searched.")
                                         : qsTr("Older messages are still being made searchable; this search goes on by itself.")
                actionText: busy ? "" : page.hits.problem !== "" ? qsTr("Try again") : qsTr("Clear")
                onTriggered: {
                    if (page.hits.problem !== "")
                        page.hits.tryAgain();
                    else
                        field.clear();
                }
            }
        }
        Label {
            objectName: "note"
            visible: page.hits.asked && list.count > 0
            text: page.hits.complete ? qsTr("All messages on this computer were searched.")
                                     : qsTr("Older messages are still being made searchable; this search goes on by itself.")
            font: Theme.small
            color: Theme.colors.text2
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            Layout.fillWidth: true
        }
    }
}

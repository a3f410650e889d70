// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// One search: conversations and people by their names, messages by their words, of this computer and, with a connection, of the server. Pressing a hit goes to
// its place.
Rectangle {
    id: page

    required property Workspace workspace

    readonly property SearchModel hits: workspace.search

    signal hitOpened
    signal settingsChosen

    function takeFocus() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    function openHit(conversationId: string, number: int) {
        page.workspace.openMessage(conversationId, number);
        page.hitOpened();
    }

    // Row 0 is the first name, or the first message when no name answers.
    function rowAt(row: int): Item {
        return (row < names.count ? names.itemAt(row) : list.itemAtIndex(row - names.count)) as Item;
    }

    function focusRow(row: int) {
        if (row >= names.count)
            list.positionViewAtIndex(row - names.count, ListView.Contain);
        else if (row >= 0)
            list.scrollToTop();
        const item = row < 0 ? field : rowAt(row);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
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
            placeholderText: qsTr("Search messages, conversations and people")
            Layout.fillWidth: true
            onTextChanged: page.hits.text = text
            onAccepted: {
                const first = page.rowAt(0) as ListRow;
                if (first)
                    first.clicked();
            }
            Keys.onDownPressed: page.focusRow(0)
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

                function scrollToTop() {
                    contentY = originY - topMargin;
                }

                visible: page.hits.asked
                anchors.fill: parent
                anchors.margins: Theme.space8
                clip: true
                activeFocusOnTab: true
                cacheBuffer: 0 // as in a RecordTable
                boundsBehavior: Flickable.StopAtBounds
                topMargin: names.height // a header cannot be a bound component in Qt 6.4
                onTopMarginChanged: list.scrollToTop()
                model: page.hits
                ScrollBar.vertical: ScrollBar { }
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Found")
                onAtYEndChanged: {
                    if (atYEnd && page.hits.more && !page.hits.searching)
                        page.hits.loadMore();
                }
                delegate: HitRow {
                    required property int index
                    required property string conversationId
                    required property int number

                    width: list.width
                    onClicked: page.openHit(conversationId, number)
                    stepsOut: true
                    onSteppedOut: by => page.focusRow(names.count + index + by)
                }
            }
            NameHits {
                id: names
                parent: list.contentItem // it scrolls with the messages
                y: list.originY - height
                width: list.width
                workspace: page.workspace
                text: page.hits.text
                active: page.visible && page.hits.asked
                conversationLimit: 3
                personLimit: 3
                onConversationChosen: conversationId => {
                    page.workspace.openConversation(conversationId);
                    page.hitOpened();
                }
                onPersonChosen: (userId, isMe) => {
                    if (isMe) {
                        page.settingsChosen();
                        return;
                    }
                    page.workspace.startDirect(userId);
                    page.hitOpened();
                }
                onStepped: (row, by) => page.focusRow(row + by)

                SectionTitle {
                    visible: names.count > 0 && list.count > 0
                    leftPadding: Theme.space12
                    height: 32
                    text: qsTr("Messages")
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
                visible: page.hits.asked && list.count === 0 && names.count === 0
                anchors.fill: parent
                busy: page.hits.searching || (page.hits.problem === "" && page.hits.searchingServer)
                iconName: page.hits.problem === "" ? "search" : "circle-alert"
                title: busy ? qsTr("Searching") : page.hits.problem !== "" ? qsTr("It could not be searched") : qsTr("Nothing was found")
                text: busy ? "" : page.hits.problem !== "" ? page.hits.problem : qsTr("Fewer words or filters find more.")
                actionText: busy ? "" : page.hits.problem !== "" ? qsTr("Try again") : qsTr("Clear")
                onTriggered: {
                    if (page.hits.problem !== "")
                        page.hits.tryAgain();
                    else
                        field.clear();
                }
            }
        }
        RowLayout {
            visible: page.hits.asked && page.hits.problem === ""
            spacing: Theme.space8
            Layout.minimumHeight: Theme.controlHeight

            Spinner {
                visible: page.hits.searchingServer
                size: 16
            }
            Label {
                objectName: "note"
                text: page.hits.note
                font: Theme.small
                color: page.hits.serverProblem === "" ? Theme.colors.text2 : Theme.colors.warn
                wrapMode: Text.Wrap
                maximumLineCount: 2
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                Layout.fillWidth: true
            }
            Button {
                objectName: "tryServerAgain"
                visible: page.hits.serverProblem !== ""
                kind: Button.Quiet
                text: qsTr("Try again")
                onClicked: page.hits.tryAgain()
            }
        }
    }
}

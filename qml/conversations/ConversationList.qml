// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// All conversations, newest first, or those that are open, with a filter over their titles.
Rectangle {
    id: pane

    required property Workspace workspace

    signal opened
    signal newRequested
    signal shownChosen(string shown)

    readonly property ConversationListModel conversations: workspace.conversations
    readonly property bool narrowed: search.text !== "" || conversations.shown !== ""
    readonly property string currentId: workspace.current ? workspace.current.conversationId : ""

    function open(conversationId: string) {
        workspace.openConversation(conversationId);
        opened();
    }

    // Opens the conversation `by` rows from the open one.
    function step(by: int) {
        let at = -1;
        for (let i = 0; i < list.count; ++i) {
            const item = list.itemAtIndex(i) as ConversationRow;
            if (item && item.conversationId === currentId)
                at = i;
        }
        const next = Math.max(0, Math.min(list.count - 1, at + by));
        list.positionViewAtIndex(next, ListView.Contain);
        const row = list.itemAtIndex(next) as ConversationRow;
        if (row && row.conversationId !== currentId)
            open(row.conversationId);
    }

    color: Theme.colors.surface

    FilterModel {
        id: filtered
        sourceModel: pane.narrowed ? pane.conversations : null
        nameRoles: ["title", "labelsText"]
        neededRole: pane.conversations.shown
        closedRole: "closed"
        text: search.text
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.paneHeaderHeight
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space12

            Label {
                text: qsTr("Inbox")
                font: Theme.title
                Accessible.role: Accessible.Heading
                Accessible.name: text
                Layout.fillWidth: true
            }
            IconButton {
                iconName: "square-pen"
                text: qsTr("New conversation (Ctrl+N)")
                Accessible.name: qsTr("New conversation")
                onClicked: pane.newRequested()
            }
        }
        SearchField {
            id: search
            objectName: "search"
            placeholderText: qsTr("Filter conversations")
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            Layout.bottomMargin: Theme.space8
        }
        Segmented {
            objectName: "shown"
            name: qsTr("Which conversations")
            value: pane.conversations.shown
            options: [{ value: "", text: qsTr("All") }, { value: "open", text: qsTr("Open") }, { value: "closed", text: qsTr("Closed") }]
            onChosen: value => {
                pane.conversations.shown = value;
                pane.shownChosen(value);
            }
            Layout.leftMargin: Theme.space12
            Layout.bottomMargin: Theme.space8
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: list
                objectName: "conversations"

                anchors.fill: parent
                anchors.leftMargin: 6
                anchors.rightMargin: 6
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                reuseItems: true
                model: pane.narrowed ? filtered : pane.conversations
                ScrollBar.vertical: ScrollBar { }
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Conversations")

                delegate: ConversationRow {
                    width: ListView.view.width
                    highlighted: conversationId === pane.currentId
                    onClicked: pane.open(conversationId)
                }
                move: Transition {
                    NumberAnimation { property: "y"; duration: Theme.normal; easing.type: Theme.easing }
                }
                displaced: Transition {
                    NumberAnimation { property: "y"; duration: Theme.normal; easing.type: Theme.easing }
                }
            }
            EmptyState {
                readonly property bool filtered: pane.narrowed

                visible: list.count === 0
                anchors.fill: parent
                busy: !pane.conversations.loaded
                iconName: filtered ? "search" : "inbox"
                title: busy ? qsTr("Reading your conversations") : search.text !== "" ? qsTr("No conversation is called that")
                    : pane.conversations.shown === "open" ? qsTr("Nothing is open") : pane.conversations.shown === "closed" ? qsTr("Nothing is closed")
                    : qsTr("No conversations yet")
                text: busy || filtered ? "" : qsTr("Start one with somebody of your team, or a group for a topic.")
                actionText: busy ? "" : filtered ? qsTr("Show all") : qsTr("New conversation")
                onTriggered: {
                    if (!filtered)
                        return pane.newRequested();
                    search.clear();
                    pane.conversations.shown = "";
                    pane.shownChosen("");
                }
            }
        }
    }
}

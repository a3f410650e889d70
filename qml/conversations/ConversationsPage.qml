// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// List, conversation and details side by side; where there is no room for all they take turns instead of squeezing.
Item {
    id: inbox

    required property Workspace workspace
    required property Settings settings

    readonly property bool narrow: width < Theme.narrowWidth - Theme.railWidth
    readonly property bool wide: width >= 1040
    readonly property ConversationPage current: workspace.current
    readonly property list<string> kinds: ["", "open", "closed"] // of conversations, as they are remembered
    readonly property bool detailsShown: details.visible
    property bool detailsOpen: settings.remembered("detailsOpen", 1) !== 0

    signal newRequested
    signal recordOpened(string record)
    signal writingAsked // of the conversation that is open

    function step(by: int) {
        list.step(by);
    }

    function showDetails(open: bool) {
        detailsOpen = open;
        if (wide)
            settings.remember("detailsOpen", open ? 1 : 0);
    }

    // The keyboard goes back to where one writes.
    function closeDetails() {
        showDetails(false);
        writingAsked();
    }

    Component.onCompleted: workspace.conversations.shown = kinds[settings.remembered("shownConversations", 0)] ?? ""

    // Where details would cover the conversation they are only shown when asked for.
    onWideChanged: detailsOpen = wide && settings.remembered("detailsOpen", 1) !== 0
    onCurrentChanged: {
        if (!wide)
            detailsOpen = false;
    }

    Connections {
        target: inbox.current
        function onHeaderChanged() {
            if (inbox.current && !inbox.current.available)
                inbox.workspace.closeConversation();
        }
    }

    SplitView {
        id: split
        anchors.fill: parent

        ConversationList {
            id: list
            objectName: "list"
            visible: !inbox.narrow || !inbox.current
            workspace: inbox.workspace
            onNewRequested: inbox.newRequested()
            onShownChosen: shown => inbox.settings.remember("shownConversations", Array.from(inbox.kinds).indexOf(shown))
            SplitView.fillWidth: inbox.narrow
            SplitView.minimumWidth: 240
            SplitView.preferredWidth: inbox.settings.remembered("listWidth", inbox.width < 1000 ? 288 : Theme.listWidth)
            SplitView.maximumWidth: inbox.narrow ? Infinity : 480
        }
        Item {
            id: middle
            visible: (!inbox.narrow || inbox.current) && !(details.visible && !inbox.wide)
            SplitView.fillWidth: true
            SplitView.minimumWidth: 320

            LazyFile { // built for the first conversation; the next ones take its place
                active: inbox.workspace.latest !== null
                visible: inbox.current !== null
                anchors.fill: parent
                file: Qt.resolvedUrl("OpenConversation.qml")
                values: ({ inbox: inbox })
            }
            Rectangle {
                visible: inbox.current === null
                anchors.fill: parent
                color: Theme.colors.surface

                EmptyState {
                    anchors.fill: parent
                    iconName: "messages-square"
                    title: qsTr("No conversation is open")
                    text: qsTr("Choose one on the left, or press Ctrl+K to jump to anybody.")
                    actionText: qsTr("New conversation")
                    onTriggered: inbox.newRequested()
                }
            }
        }
        Item {
            id: details
            objectName: "details"
            visible: inbox.current !== null && inbox.detailsOpen
            SplitView.fillWidth: !inbox.wide
            SplitView.minimumWidth: 240
            SplitView.preferredWidth: inbox.settings.remembered("detailsWidth", Theme.detailsWidth)
            SplitView.maximumWidth: inbox.wide ? 480 : Infinity

            LazyFile {
                active: inbox.workspace.latest !== null && inbox.detailsOpen
                anchors.fill: parent
                file: Qt.resolvedUrl("OpenDetails.qml")
                values: ({ inbox: inbox })
            }
        }

        onResizingChanged: {
            if (resizing || inbox.narrow)
                return;
            inbox.settings.remember("listWidth", Math.round(list.width));
            if (details.visible && inbox.wide)
                inbox.settings.remember("detailsWidth", Math.round(details.width));
        }
    }
}

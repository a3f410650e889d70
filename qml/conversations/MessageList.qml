// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The messages of a conversation. It follows the newest as long as one looks at it, keeps still while older ones load above, and tells what was read.
Item {
    id: view

    required property ConversationPage page

    readonly property MessageListModel messages: page.messages
    readonly property bool loaded: messages.loaded
    readonly property bool atNewest: messages.atNewest && list.following

    property int unseen: 0 // rows that came at the end and were not in sight yet

    signal editStarted

    function jumpToNewest() {
        list.following = true;
        if (!messages.atNewest)
            messages.jumpToNewest();
        list.positionViewAtEnd();
    }

    function jumpToOldest() {
        list.following = false;
        list.positionViewAtBeginning();
    }

    function scrollByPage(direction: int) {
        const top = list.originY;
        const bottom = Math.max(top, list.originY + list.contentHeight - list.height);
        list.contentY = Math.max(top, Math.min(bottom, list.contentY + direction * (list.height - 60)));
        list.following = list.atEnd();
    }

    // What is in sight of somebody who looks at this window is read.
    function markSeen() {
        if (!atNewest || !list.placed)
            return;
        unseen = 0;
        if (visible && Window.active)
            page.markRead();
    }

    onMessagesChanged: list.startOver()
    onLoadedChanged: list.adopt()
    onAtNewestChanged: markSeen()
    onVisibleChanged: markSeen()
    Window.onActiveChanged: markSeen()

    Connections {
        target: view.messages
        function onRowsInserted(parent, first, last) {
            if (list.placed && last === view.messages.count - 1)
                view.unseen += last - first + 1;
        }
        function onRevealed() {
            list.reveal();
        }
    }

    SteadyRows { // of the conversation before, until the messages of this one are there
        id: rows
    }
    ListView {
        id: list
        objectName: "list"

        property bool following: true
        property bool placed: false
        property bool built: false
        property real lastY: 0
        readonly property real room: view.height - Theme.space8

        function isCurrent(): bool {
            return rows.source === view.messages;
        }

        function startOver() {
            placed = false;
            following = true;
            view.unseen = 0;
            marking.stop();
            adopt();
        }

        function adopt() {
            if (!view.messages.loaded || isCurrent())
                return;
            rows.source = view.messages;
            settle();
        }

        // Where reading starts: at the newest, or at the "New" line when that would be out of sight.
        function place() {
            if (placed || count === 0 || room <= 0)
                return;
            if (view.messages.revealedRow >= 0) {
                reveal();
                return;
            }
            forceLayout();
            positionViewAtEnd();
            placed = built = true;
            positionViewAtEnd();
            const unread = view.messages.firstUnreadRow;
            if (unread < 0)
                return;
            forceLayout();
            const line = itemAtIndex(unread);
            if (line && line.y >= contentY)
                return;
            positionViewAtIndex(unread, ListView.Beginning);
            following = false;
            view.unseen = count - unread;
        }

        // A message that was looked for comes into the middle, and is marked for a while.
        function reveal() {
            const row = view.messages.revealedRow;
            if (!isCurrent() || row < 0 || count === 0 || room <= 0)
                return;
            following = false;
            positionViewAtIndex(row, ListView.Beginning);
            placed = built = true;
            positionViewAtIndex(row, ListView.Center);
            marking.restart();
        }

        function atEnd(): bool {
            return contentY >= originY + contentHeight - height - 24;
        }

        function settle() {
            if (!isCurrent())
                return;
            topMargin = Math.max(0, height - contentHeight); // few messages stand at the bottom
            if (!placed)
                place();
            else if (following)
                positionViewAtEnd();
            view.markSeen();
            fetch();
        }

        // Older ones are asked for before their place comes into sight.
        function fetch() {
            if (!placed || view.messages.loading)
                return;
            if (!view.messages.atOldest && view.messages.loadProblem === "" && contentY - originY < height)
                view.page.loadOlder();
            else if (!view.messages.atNewest && view.messages.loadProblem === "" && originY + contentHeight - contentY - height < height)
                view.page.loadNewer();
        }

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space24
        anchors.rightMargin: Theme.space24
        height: built ? room : 0 // until it stands where reading starts: rows elsewhere would be built for nothing
        visible: isCurrent()
        model: rows
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 600
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: false
        ScrollBar.vertical: scrollBar
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages with %1").arg(view.page.title)
        Keys.onUpPressed: list.flick(0, 600)
        Keys.onDownPressed: list.flick(0, -600)
        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key === Qt.Key_PageUp)
                view.scrollByPage(-1);
            else if (event.key === Qt.Key_PageDown)
                view.scrollByPage(1);
            else if (event.key === Qt.Key_Home)
                view.jumpToOldest();
            else if (event.key === Qt.Key_End)
                view.jumpToNewest();
            else
                event.accepted = false;
        }

        WheelHandler { // sees the wheel before the list has moved, and leaves it to the list
            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            blocking: false
            onWheel: event => {
                if (list.placed && event.angleDelta.y > 0 && !list.atYBeginning)
                    list.following = false;
            }
        }
        Timer {
            id: marking
            interval: 3000
            onTriggered: view.messages.forgetRevealed()
        }
        Connections { // a page that came is where the last one was: neither place nor number of the rows need change
            target: view.messages

            function onLoadingChanged() {
                settling.restart();
            }
            function onRowsInserted() { // as high as what went at the top: height and place of the list stay as they are
                settling.restart();
            }
        }
        Timer { // once for all that changes together
            id: settling
            interval: 0
            onTriggered: list.settle()
        }

        // Going up by hand ends following, coming down to the end begins it; what moves by itself is put right.
        onContentYChanged: {
            const up = contentY < lastY;
            lastY = contentY;
            if (!placed)
                return;
            if (up && (moving || scrollBar.pressed))
                following = false;
            else if (!up && atEnd())
                following = true;
            if (following && !atEnd())
                settling.restart();
            fetch();
        }
        onContentHeightChanged: settling.restart()
        onRoomChanged: settling.restart()
        onCountChanged: settling.restart()

        delegate: MessageRow {
            width: list.width
            showsNames: view?.page.kind === "group" // rows outlive their view by a turn of the event loop
            onRetried: view.page.retry(messageId)
            onDiscarded: view.page.discard(messageId)
            onFileCalledOff: place => view.page.callOffFile(messageId, place)
            onEditAsked: {
                view.page.composer.edit(messageId);
                view.editStarted();
            }
        }
    }
    ScrollBar { // at the pane's edge, beside the margin of the messages
        id: scrollBar
        anchors.right: parent.right
        height: parent.height
    }

    // Over the oldest message in sight: that more are on their way, or why not.
    Rectangle {
        readonly property bool failed: !view.messages.loading && view.messages.loadProblem !== ""

        visible: list.count > 0 && (view.messages.loading || failed)
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.space8
        width: history.width + 2 * Theme.space12
        height: Theme.controlHeight
        radius: height / 2
        color: Theme.colors.raised
        border.width: 1
        border.color: Theme.colors.line

        Row {
            id: history
            anchors.centerIn: parent
            spacing: Theme.space8

            Spinner {
                visible: view.messages.loading
                anchors.verticalCenter: parent.verticalCenter
                size: 16
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: view.messages.loading ? qsTr("Loading messages") : view.messages.loadProblem
                font: Theme.small
                color: Theme.colors.text2
            }
            Button {
                visible: !view.messages.loading
                kind: Button.Quiet
                text: qsTr("Try again")
                onClicked: view.messages.tryAgain()
            }
        }
    }

    JumpToNewest {
        objectName: "jump"
        visible: list.placed && !view.atNewest && list.count > 0
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.space24
        anchors.bottomMargin: Theme.space12
        count: view.messages.newerCount + view.unseen
        onClicked: view.jumpToNewest()
    }

    EmptyState {
        objectName: "empty"
        visible: view.messages.count === 0
        anchors.fill: parent
        busy: !view.loaded
        iconName: "message-square"
        title: busy ? qsTr("Opening the conversation") : qsTr("No messages yet")
        text: busy ? "" : view.page.kind === "direct" ? qsTr("Write the first one to %1 below.").arg(view.page.title) : qsTr("Write the first one below.")
    }
}

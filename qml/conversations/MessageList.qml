// SPDX-License-Identifier: GPL-3.0-or-later
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
    readonly property bool atNewest: messages.atNewest && list.following

    property int countSeen: 0 // rows when the newest was last in sight

    signal editStarted

    function jumpToNewest() {
        list.following = true;
        if (!messages.atNewest)
            messages.jumpToNewest();
        list.positionViewAtEnd();
    }

    function scrollByPage(direction: int) {
        const top = list.originY;
        const bottom = Math.max(top, list.originY + list.contentHeight - list.height);
        list.contentY = Math.max(top, Math.min(bottom, list.contentY + direction * (list.height - 60)));
    }

    // What is in sight of somebody who looks at this window is read.
    function markSeen() {
        if (!atNewest || !messages.loaded)
            return;
        countSeen = list.count;
        if (visible && Window.active)
            page.markRead();
    }

    onAtNewestChanged: markSeen()
    onVisibleChanged: markSeen()
    Window.onActiveChanged: markSeen()

    ListView {
        id: list

        property bool following: true
        property bool placed: false

        // Where reading starts: at the "New" line if there is one, else at the newest.
        function place() {
            if (placed || count === 0 || height <= 0)
                return;
            placed = true;
            if (view.messages.firstUnreadRow > 0) {
                positionViewAtIndex(view.messages.firstUnreadRow, ListView.Center);
                following = atEnd();
            } else {
                positionViewAtEnd();
            }
        }

        function atEnd(): bool {
            return contentY >= originY + contentHeight - height - 24;
        }

        function settle() {
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
            else if (!view.messages.atNewest && originY + contentHeight - contentY - height < height)
                view.page.loadNewer();
        }

        anchors.fill: parent
        anchors.leftMargin: Theme.space24
        anchors.rightMargin: Theme.space24
        model: view.messages
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
                list.positionViewAtBeginning();
            else if (event.key === Qt.Key_End)
                view.jumpToNewest();
            else
                event.accepted = false;
        }

        onContentYChanged: {
            if (placed && (moving || scrollBar.pressed))
                following = atEnd();
            else if (placed && following && !atEnd())
                Qt.callLater(settle);
            fetch();
        }
        onContentHeightChanged: Qt.callLater(settle)
        onHeightChanged: Qt.callLater(settle)
        onCountChanged: Qt.callLater(settle)

        header: Item {
            width: ListView.view.width
            height: 48

            Spinner {
                anchors.centerIn: parent
                visible: view.messages.loading && list.count > 0
            }
            Label {
                anchors.centerIn: parent
                visible: view.messages.atOldest && list.count > 0
                text: qsTr("This is where the conversation begins")
                font: Theme.small
                color: Theme.colors.text3
            }
            Row {
                anchors.centerIn: parent
                visible: !view.messages.loading && view.messages.loadProblem !== ""
                spacing: Theme.space8

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: view.messages.loadProblem
                    font: Theme.small
                    color: Theme.colors.text2
                }
                Button {
                    kind: Button.Quiet
                    text: qsTr("Try again")
                    onClicked: view.page.loadOlder()
                }
            }
        }
        footer: Item {
            height: Theme.space12
        }

        delegate: MessageRow {
            width: ListView.view.width
            showsNames: view.page.kind === "group"
            onRetried: view.page.retry(messageId)
            onDiscarded: view.page.discard(messageId)
            onEdited: {
                view.page.editRefused(messageId);
                view.editStarted();
            }
        }
    }
    ScrollBar { // at the pane's edge, beside the margin of the messages
        id: scrollBar
        anchors.right: parent.right
        height: parent.height
    }

    JumpToNewest {
        visible: list.placed && !view.atNewest && list.count > 0
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.space24
        anchors.bottomMargin: Theme.space12
        count: view.messages.newerCount + Math.max(0, view.messages.atNewest ? list.count - view.countSeen : 0)
        onClicked: view.jumpToNewest()
    }

    EmptyState {
        visible: list.count === 0
        anchors.fill: parent
        busy: !view.messages.loaded
        iconName: "message-square"
        title: busy ? qsTr("Opening the conversation") : qsTr("No messages yet")
        text: busy ? "" : view.page.kind === "direct" ? qsTr("Write the first one to %1 below.").arg(view.page.title) : qsTr("Write the first one below.")
    }
}

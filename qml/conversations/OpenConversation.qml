// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The conversation that is open, beside the list.
ConversationPane {
    id: pane
    objectName: "conversation"

    required property ConversationsPage inbox

    function takeFocusWhenOpened() {
        if (inbox.current && !inbox.narrow)
            takeFocus();
    }

    page: inbox.workspace.latest
    canGoBack: inbox.narrow
    detailsOpen: inbox.detailsShown
    onBack: inbox.workspace.closeConversation()
    onDetailsToggled: inbox.showDetails(!inbox.detailsOpen)
    Component.onCompleted: takeFocusWhenOpened()

    Connections {
        target: pane.inbox
        function onCurrentChanged() {
            pane.takeFocusWhenOpened();
        }
        function onWritingAsked() {
            pane.takeFocus();
        }
    }
}

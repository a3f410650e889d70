// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property string conversationId: ""
    property string kind: "direct"
    property string title: ""
    property string subtitle: ""
    property string initials: ""
    property string avatarKey: ""
    property string presence: ""
    property string typingText: ""
    property string draft: ""
    property string offlineHint: ""
    property bool canSend: draft.trim() !== "" && sendProblem === ""
    property string sendProblem: ""
    property bool available: true
    property PeopleModel members: PeopleModel { }
    property MessageListModel messages: MessageListModel { }
    property var calls: []

    signal headerChanged

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function send(text: string) {
        record("send", text);
        draft = "";
    }
    function retry(messageId: string) { record("retry", messageId); }
    function discard(messageId: string) { record("discard", messageId); }
    function editRefused(messageId: string) { record("editRefused", messageId); }
    function markRead() { record("markRead", null); }
    function loadOlder() { record("loadOlder", null); }
    function loadNewer() { record("loadNewer", null); }
    function typed() { record("typed", null); }
    function rename(name: string) { title = name; }
    function addMembers(userIds: list<string>) { record("addMembers", Array.from(userIds)); }
    function removeMember(userId: string) { record("removeMember", userId); }
    function leave() { record("leave", null); }
}

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
    property string offlineHint: ""
    property string about: ""
    property list<string> labels
    property bool closed: false
    property int version: 1
    property RecordPage contact: null
    property bool muted: false
    property bool available: true
    property PeopleModel members: PeopleModel { }
    property MessageListModel messages: MessageListModel { }
    property ComposerModel composer: ComposerModel { }
    property ConflictListModel conflicts: ConflictListModel { }
    property var calls: []

    signal headerChanged

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function retry(messageId: string) { record("retry", messageId); }
    function discard(messageId: string) { record("discard", messageId); }
    function callOffFile(messageId: string, place: int) { record("callOffFile", [messageId, place]); }
    function markRead() { record("markRead", null); }
    function loadOlder() { record("loadOlder", null); }
    function loadNewer() { record("loadNewer", null); }
    function rename(name: string, seenVersion: int, seenTitle: string) {
        record("rename", [name, seenVersion, seenTitle]);
        title = name;
    }
    function mayLabel(label: string): bool { return label !== ""; }
    function addLabel(label: string) { labels = Array.from(labels).concat([label]); }
    function removeLabel(label: string) { labels = Array.from(labels).filter(one => one !== label); }
    function linkContact(recordText: string) { record("linkContact", recordText); }
    function addMembers(userIds: list<string>) { record("addMembers", Array.from(userIds)); }
    function removeMember(userId: string) { record("removeMember", userId); }
    function leave() { record("leave", null); }
}

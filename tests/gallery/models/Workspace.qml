// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string label: ""
    property string myId: ""
    property string myName: ""
    property string myInitials: ""
    property string myAbout: ""
    property int myVersion: 1
    property string ownPresence: "online"
    property string shownPresence: ownPresence
    property int totalUnread: 0
    property ConnectionStatus connection: ConnectionStatus { }
    property ConversationListModel conversations: ConversationListModel { }
    property PeopleModel people: PeopleModel { }
    property TeamsModel teams: TeamsModel { }
    property Audit audit: Audit { }
    property ActivityModel activity: ActivityModel { }
    property SearchModel search: SearchModel { }
    property SearchModel quickSearch: SearchModel { }
    property ConflictListModel profileConflicts: ConflictListModel { }
    property Crm crm: Crm { }
    property Alerts alerts: Alerts { }
    property DashboardModel dashboard: DashboardModel { }
    property RefusedChangesModel refusedChanges: RefusedChangesModel { }
    property ConversationPage current: null
    property ConversationPage latest: null
    property var calls: []

    onCurrentChanged: {
        if (current)
            latest = current;
    }

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function openConversation(conversationId: string) { record("openConversation", conversationId); }
    function openMessage(conversationId: string, number: int) { record("openMessage", [conversationId, number]); }
    function showRowsBehind(figure: string): string { return figure === "contacts.new" ? "contacts" : figure === "agents.online" ? "team" : "deals"; }
    function closeConversation() { current = null; }
    function startDirect(userId: string) { record("startDirect", userId); }
    function createGroup(title: string, userIds: list<string>) { record("createGroup", [title, Array.from(userIds)]); }
    function setDisplayName(name: string, seenVersion: int, seenName: string) {
        record("setDisplayName", [name, seenVersion, seenName]);
        myName = name;
    }
    function setAbout(about: string, seenVersion: int, seenAbout: string) {
        record("setAbout", [about, seenVersion, seenAbout]);
        myAbout = about;
    }
    function clearLocalData() { record("clearLocalData", null); }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Conversations
import Frontdesk.People
import "../gallery"

Item {
    id: root

    width: 900
    height: 700

    property SampleApp app: SampleApp { }

    TeamPage {
        id: team
        anchors.fill: parent
        workspace: root.app.workspace
    }
    NewConversationDialog {
        id: dialog
        workspace: root.app.workspace
    }
    AddMembersDialog {
        id: adding
        workspace: root.app.workspace
        page: root.app.group
    }
    SignalSpy { id: opened; target: team; signalName: "conversationOpened" }

    TestCase {
        name: "People"
        when: windowShown

        function init() {
            root.app.workspace.calls = [];
            opened.clear();
        }

        function pick(dialogItem, name) {
            const search = findChild(dialogItem.contentItem, "search");
            search.forceActiveFocus();
            search.clear();
            for (const letter of name)
                keyClick(letter);
            keyClick(Qt.Key_Return);
        }

        function test_pressingSomebodyOpensTheConversation() {
            const list = findChild(team, "team");
            mouseClick(list.itemAtIndex(1));
            compare(root.app.workspace.calls, [["startDirect", "chen"]]);
            compare(opened.count, 1);
        }

        function test_notWithOneself() {
            const list = findChild(team, "team");
            const me = list.itemAtIndex(4);
            verify(me.isMe);
            mouseClick(me);
            compare(root.app.workspace.calls.length, 0);
        }

        function test_oneIsADirectConversation() {
            dialog.ask();
            tryVerify(() => dialog.opened);
            verify(!dialog.confirmEnabled);
            pick(dialog, "maya");
            verify(dialog.confirmEnabled);
            verify(!dialog.group);
            dialog.confirm();
            compare(root.app.workspace.calls, [["startDirect", "maya"]]);
            tryVerify(() => !dialog.visible);
        }

        function test_severalAreAGroupWithAName() {
            dialog.ask();
            tryVerify(() => dialog.opened);
            pick(dialog, "maya");
            pick(dialog, "piotr");
            verify(dialog.group);
            verify(!dialog.confirmEnabled, "a group has a name");
            findChild(dialog.contentItem, "groupName").text = "Returns";
            verify(dialog.confirmEnabled);
            dialog.confirm();
            compare(root.app.workspace.calls, [["createGroup", ["Returns", ["maya", "piotr"]]]]);
            tryVerify(() => !dialog.visible);
        }

        function test_pressedAgainIsNotChosen() {
            dialog.ask();
            tryVerify(() => dialog.opened);
            pick(dialog, "maya");
            pick(dialog, "maya");
            verify(!dialog.confirmEnabled);
            dialog.close();
            tryVerify(() => !dialog.visible);
        }

        function test_membersAreNotOffered() {
            adding.ask();
            tryVerify(() => adding.opened);
            const list = findChild(adding.contentItem, "people");
            for (let row = 0; row < list.count; ++row) {
                const person = list.itemAtIndex(row);
                if (person)
                    compare(person.possible, !root.app.group.members.contains(person.userId) && !person.isMe, person.userId);
            }
            pick(adding, "tom");
            adding.confirm();
            compare(root.app.group.calls, [["addMembers", ["tomas"]]]);
            tryVerify(() => !adding.visible); // else it keeps the mouse from the next test
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Conversations
import Frontdesk.Models
import "../gallery"
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 1200
    height: 700

    Component {
        id: appComponent
        SampleApp { }
    }
    Component {
        id: pageComponent
        ConversationsPage { anchors.fill: parent }
    }
    Component {
        id: rowComponent
        ConversationRow {
            width: 320
            conversationId: "maya"
            kind: "direct"
            title: "Maya Okafor"
            initials: "MO"
            avatarKey: "maya"
            lastText: "Thank you"
            lastAuthor: ""
            timeText: "09:41"
            unread: 0
            presence: "online"
            typingText: ""
            deliveryState: ""
            hasDraft: false
            draftText: ""
            pending: false
            firstLabel: ""
            labelCount: 0
            labelsText: ""
            conflicts: 0
            closed: false
        }
    }

    TestCase {
        id: test
        name: "Conversations"
        when: windowShown

        property SampleApp app: null
        property ConversationsPage page: null

        function init() {
            root.width = 1200;
            app = appComponent.createObject(null);
            page = createTemporaryObject(pageComponent, root, { workspace: app.workspace, settings: app.settings });
            waitForRendering(page);
        }

        function cleanup() {
            page.destroy();
            wait(0);
        }

        function calls(name) {
            return app.workspace.calls.filter(call => call[0] === name).map(call => call[1]);
        }

        function test_pressingARowOpensIt() {
            const list = findChild(page, "conversations");
            mouseClick(list.itemAtIndex(2));
            compare(calls("openConversation"), ["refunds"]);
        }

        function test_keysInTheList() {
            const list = findChild(page, "conversations");
            list.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Up);
            verify(list.itemAtIndex(1).visualFocus, "the ring goes along");
            keyClick(Qt.Key_Return);
            compare(calls("openConversation"), ["tomas"]);
        }

        function test_stepByStep() {
            page.step(1);
            compare(calls("openConversation"), ["tomas"]);
        }

        function test_filterNarrowsTheList() {
            const search = findChild(page, "search");
            const list = findChild(page, "conversations");
            const all = list.count;
            search.forceActiveFocus();
            for (const letter of "tomas")
                keyClick(letter);
            tryCompare(list, "count", 1);
            compare(app.workspace.conversations.count, all, "others see all of it");
            search.clear();
            tryCompare(list, "count", all);
        }

        function test_theListShowsWhatIsOpenOrClosed() {
            const list = findChild(page, "conversations");
            const shown = findChild(page, "shown");
            const all = list.count;
            compare(shown.Accessible.name, "Which conversations");
            app.workspace.conversations.setProperty(1, "closed", true);
            app.workspace.conversations.setProperty(1, "open", false);
            compare(list.count, all, "all of them are shown");
            mouseClick(findChild(shown, "open"));
            tryCompare(list, "count", all - 1);
            compare(app.settings.remembered("shownConversations", 0), 1);
            keyClick(Qt.Key_Right);
            tryCompare(list, "count", 1);
            tryVerify(() => list.itemAtIndex(0)?.Accessible.name.includes("closed") ?? false);
            app.workspace.conversations.setProperty(1, "closed", false);
            app.workspace.conversations.setProperty(1, "open", true);
            tryCompare(list, "count", 0); // open again, it goes
            app.workspace.conversations.shown = "";
            tryCompare(list, "count", all);
        }

        function test_closedOnesAreFoundByWhatIsTyped() {
            const search = findChild(page, "search");
            const list = findChild(page, "conversations");
            const all = list.count;
            app.workspace.conversations.setProperty(1, "closed", true);
            search.text = "is:closed";
            tryCompare(list, "count", 1);
            search.text = "is:open";
            tryCompare(list, "count", all - 1);
            search.text = "from:maya";
            tryCompare(list, "count", 0); // which is for messages
        }

        function test_itIsClosedInTheHeader() {
            const close = findChild(page, "close");
            compare(close.text, "Close");
            compare(close.Accessible.name, "Close the conversation");
            close.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(app.direct.closed);
            compare(close.text, "Open again");
            tryVerify(() => findChild(findChild(page, "conversation"), "closed") !== null);
            mouseClick(close);
            verify(!app.direct.closed);
        }

        function test_wideShowsAllThree() {
            verify(findChild(page, "list").visible);
            verify(findChild(page, "details").visible);
            verify(findChild(page, "conversation").visible);
        }

        function test_narrowTakesTurns() {
            root.width = 560;
            waitForRendering(page);
            verify(!findChild(page, "list").visible);
            verify(findChild(page, "conversation").visible);
            const back = findChild(page, "back");
            verify(back.visible);
            mouseClick(back);
            compare(app.workspace.current, null);
            verify(findChild(page, "list").visible);
        }

        function test_detailsAreRemembered() {
            page.showDetails(false);
            verify(!findChild(page, "details").visible);
            compare(app.settings.remembered("detailsOpen", 1), 0);
        }

        function find(item, fits) {
            for (const child of Array.from(item.children)) {
                const found = fits(child) ? child : find(child, fits);
                if (found)
                    return found;
            }
            return null;
        }

        function test_closingTheDetailsGivesTheKeyboardToTheMessage_data() {
            return [{ tag: "beside", width: 1200 }, { tag: "in place of the conversation", width: 900 }];
        }

        function test_closingTheDetailsGivesTheKeyboardToTheMessage(row) {
            root.width = row.width;
            page.showDetails(true);
            waitForRendering(page);
            find(findChild(page, "details"), item => item.text === "Close details").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            verify(!findChild(page, "details").visible);
            compare(root.Window.window.activeFocusItem?.Accessible.name, "Message");
            keyClick("a");
            compare(app.direct.composer.text, "a");
        }

        function test_whatChangesInTheDetailsDoesNotTakeThemToTheTop() {
            root.height = 400;
            app.direct.conflicts.values = [];
            waitForRendering(page);
            const members = findChild(page, "members");
            const distance = () => members.contentY + members.topMargin;
            tryCompare(members, "contentY", -members.topMargin);
            const before = members.topMargin;
            members.contentY += 50;
            app.direct.conflicts.values = Samples.conflicts;
            tryVerify(() => members.topMargin > before);
            compare(distance(), 50);
            app.workspace.current = app.group;
            tryVerify(() => distance() === 0);
            root.height = 700;
        }

        function test_longNamesOfThoseWhoTypeStayInThePane() {
            app.direct.typingText = "Somebody with a long name ".repeat(10) + "is typing";
            const typing = findChild(page, "typing");
            const conversation = findChild(page, "conversation");
            tryVerify(() => typing.truncated);
            verify(typing.mapToItem(conversation, typing.width, 0).x <= conversation.width - 24);
            app.direct.typingText = "Maya is typing";
            tryVerify(() => !typing.truncated);
        }

        function test_anotherConversationIsBuiltAnew() {
            app.workspace.current = app.group;
            waitForRendering(page);
            compare(findChild(page, "conversation").page, app.group);
        }

        function test_closesWhenOneIsNoLongerAMember() {
            app.direct.available = false;
            app.direct.headerChanged();
            compare(app.workspace.current, null);
        }

        function test_rowSaysWhatMattersMost_data() {
            return [
                { tag: "last of the other", set: { }, preview: "Thank you" },
                { tag: "own", set: { lastAuthor: "You" }, preview: "You: Thank you" },
                { tag: "draft", set: { hasDraft: true, draftText: "Dear Maya" }, preview: "Dear Maya" },
                { tag: "typing over draft", set: { hasDraft: true, draftText: "Dear Maya", typingText: "typing…" }, preview: "typing…" },
                { tag: "nothing yet", set: { lastText: "" }, preview: "No messages yet" },
                { tag: "not created yet", set: { lastText: "", pending: true }, preview: "Waiting to be created" }
            ];
        }

        function test_rowSaysWhatMattersMost(data) {
            const row = createTemporaryObject(rowComponent, root, data.set);
            compare(row.preview, data.preview);
            verify(row.Accessible.name.includes("Maya Okafor"));
            verify(row.Accessible.name.includes(data.preview));
        }

        function test_unreadIsRead() {
            const row = createTemporaryObject(rowComponent, root, { unread: 3 });
            verify(row.Accessible.name.includes("3 unread"), row.Accessible.name);
        }

        function test_labelsAndConflictsAreMarked() {
            const row = createTemporaryObject(rowComponent, root, { firstLabel: "refunds", labelCount: 2, labelsText: "refunds, urgent", conflicts: 1 });
            verify(findChild(row, "conflict").visible);
            verify(row.Accessible.name.includes("labels: refunds, urgent"), row.Accessible.name);
            verify(row.Accessible.name.includes("two values to choose from"), row.Accessible.name);
            row.conflicts = 0;
            tryVerify(() => !findChild(row, "conflict"));
            verify(!row.Accessible.name.includes("closed"));
            row.closed = true;
            tryVerify(() => findChild(row, "closed") !== null);
            verify(row.Accessible.name.includes("closed"), row.Accessible.name);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Conversations
import Frontdesk.Models
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 640
    height: 480

    Component {
        id: pageComponent
        ConversationPage { title: "Maya Okafor" }
    }
    Component {
        id: listComponent
        MessageList { anchors.fill: parent }
    }

    TestCase {
        id: test
        name: "MessageList"
        when: windowShown

        property ConversationPage page: null
        property MessageList view: null
        property ListView list: null

        function show(rows, more) {
            page = pageComponent.createObject(null);
            Object.assign(page.messages, more ?? {});
            page.messages.values = rows;
            view = createTemporaryObject(listComponent, root, { page: page });
            list = findChild(view, "list");
            tryVerify(() => list.placed || rows.length === 0);
            settle();
        }

        function settle() {
            for (let frame = 0; frame < 2; ++frame) {
                root.Window.window.update(); // so that there is a frame to wait for
                waitForRendering(view);
            }
        }

        function calls(name) {
            return page.calls.filter(call => call[0] === name).length;
        }

        function append(count) {
            for (const row of Samples.long(count))
                page.messages.append(row);
            settle();
        }

        function test_opensAtTheNewest() {
            show(Samples.long(80));
            tryVerify(() => list.atEnd());
            verify(view.atNewest);
        }

        function test_opensAtTheNewLine() {
            const rows = Samples.long(80);
            rows[30].firstUnread = true;
            show(rows);
            tryVerify(() => list.itemAtIndex(30) !== null);
            const y = list.itemAtIndex(30).y - list.contentY;
            verify(y >= -1 && y < list.height, "the line is in sight");
            verify(!view.atNewest);
            compare(findChild(view, "jump").count, 50, "what is new is counted from the line on");
        }

        function test_opensAtTheMessageThatWasLookedFor() {
            const rows = Samples.long(80);
            rows[30].revealed = true;
            show(rows, { revealedRow: 30, atNewest: false });
            const item = () => list.itemAtIndex(30);
            tryVerify(() => item() !== null);
            const middle = item().y + item().height / 2 - list.contentY;
            verify(Math.abs(middle - list.height / 2) < 40, "in the middle: " + middle);
            verify(!view.atNewest);
            verify(findChild(item(), "mark").visible);
        }

        function test_movesToAMessageThatIsLookedForLater() {
            show(Samples.long(80));
            tryVerify(() => list.atEnd());
            page.messages.setProperty(20, "revealed", true);
            page.messages.revealedRow = 20;
            page.messages.revealed();
            settle();
            const item = list.itemAtIndex(20);
            verify(item !== null && item.y >= list.contentY && item.y < list.contentY + list.height);
            verify(!view.atNewest);
            page.messages.setProperty(20, "revealed", false);
            tryVerify(() => !findChild(item, "mark"));
        }

        function test_opensAtTheNewestWhenAllThatIsNewFits() {
            const rows = Samples.long(80);
            rows[78].firstUnread = true;
            show(rows);
            tryVerify(() => list.atEnd());
            verify(view.atNewest);
            compare(findChild(view, "jump").visible, false);
        }

        function test_fewStandAtTheBottom() {
            show(Samples.long(2));
            tryVerify(() => list.topMargin > 0);
            const last = list.itemAtIndex(1);
            tryVerify(() => last.y - list.contentY + last.height > list.height - 40);
        }

        function test_followsTheNewest() {
            show(Samples.long(80));
            append(3);
            tryVerify(() => list.atEnd());
        }

        // As in a long conversation, where one goes at the top for each that comes: neither place nor height change.
        function test_followsTheNewestWhenAllAreAlike() {
            const rows = Samples.long(120).filter((row, index) => index % 3 !== 0); // the others are taller
            show(rows.slice(0, 50));
            tryVerify(() => list.atEnd());
            for (const row of rows.slice(50)) {
                page.messages.remove(0);
                page.messages.append(row);
                settle();
                tryVerify(() => list.atEnd());
            }
            verify(list.itemAtIndex(49) !== null);
        }

        function test_staysWhereOneReads() {
            show(Samples.long(80));
            view.scrollByPage(-1);
            settle();
            const item = list.itemAtIndex(list.indexAt(100, list.contentY + list.height / 2));
            const before = item.y - list.contentY;
            append(3);
            compare(item.y - list.contentY, before);
            const jump = findChild(view, "jump");
            verify(jump.visible);
            compare(jump.count, 3);
            mouseClick(jump);
            tryVerify(() => list.atEnd());
            verify(!jump.visible);
        }

        function test_keepsItsPlaceWhileOlderLoadAbove() {
            show(Samples.long(80));
            view.scrollByPage(-1);
            view.scrollByPage(-1);
            settle();
            const index = list.indexAt(100, list.contentY + list.height / 2);
            verify(index > 0);
            const item = list.itemAtIndex(index);
            const id = item.messageId;
            const y = item.y - list.contentY;
            const older = Samples.long(50);
            for (let i = 0; i < older.length; ++i)
                page.messages.insert(i, older[i]);
            settle();
            const again = list.itemAtIndex(index + 50);
            compare(again.messageId, id);
            compare(findChild(view, "jump").count, 0, "older ones are not new");
            fuzzyCompare(again.y - list.contentY, y, 1);
        }

        function test_asksForOlderNearTheTop() {
            show(Samples.long(80), { atOldest: false });
            compare(calls("loadOlder"), 0);
            view.jumpToOldest();
            tryVerify(() => calls("loadOlder") > 0);
        }

        // In a full window a page that comes takes as many rows away at the other end: nothing of the list need move.
        function test_asksOnWhenAPageHasCome() {
            show(Samples.long(80), { atOldest: false });
            view.jumpToOldest();
            tryVerify(() => calls("loadOlder") > 0);
            page.messages.loading = true;
            settle();
            page.calls = [];
            page.messages.loading = false;
            tryVerify(() => calls("loadOlder") > 0);
        }

        function test_asksForNoneBeforeTheFirst() {
            show(Samples.long(80), { atOldest: true });
            view.jumpToOldest();
            settle();
            compare(calls("loadOlder"), 0);
        }

        function test_doesNotAskAgainAfterAFailure() {
            show(Samples.long(80), { atOldest: false, loadProblem: "The server cannot be reached" });
            view.jumpToOldest();
            settle();
            compare(calls("loadOlder"), 0);
        }

        function test_readIsWhatIsInSight() {
            show(Samples.long(80));
            tryVerify(() => calls("markRead") > 0);
            view.scrollByPage(-1);
            settle();
            page.calls = [];
            append(2);
            compare(calls("markRead"), 0);
            view.jumpToNewest();
            tryVerify(() => calls("markRead") > 0);
        }

        function test_theWheelScrolls() {
            show(Samples.long(80));
            for (let i = 0; i < 8; ++i) {
                mouseWheel(list, 100, 100, 0, 120);
                append(1);
            }
            verify(!list.following);
            verify(!list.atEnd(), "what comes meanwhile does not pull one down again");
            for (let i = 0; i < 60 && !list.following; ++i) {
                mouseWheel(list, 100, 100, 0, -480);
                settle();
            }
            verify(list.following);
            append(1);
            tryVerify(() => list.atEnd());
        }

        function test_keysScroll() {
            show(Samples.long(80));
            list.forceActiveFocus();
            keyClick(Qt.Key_PageUp);
            settle();
            verify(!view.atNewest);
            keyClick(Qt.Key_End);
            tryVerify(() => view.atNewest);
            keyClick(Qt.Key_Home);
            tryCompare(list, "atYBeginning", true);
        }

        function test_anotherConversationTakesThePlaceOfOne() {
            show(Samples.long(80));
            tryVerify(() => list.atEnd());
            const newest = list.itemAtIndex(79);
            list.flick(0, 3000);
            tryVerify(() => !list.following && !list.moving);
            append(2);
            verify(view.unseen > 0);

            const other = pageComponent.createObject(null);
            other.messages.loaded = false;
            view.page = other;
            verify(!list.visible, "nothing of the one is shown as the other's");
            verify(findChild(view, "empty").visible);
            compare(other.calls.length, 0, "nor said to be read");
            const rows = Samples.long(60);
            rows[59].text = "The other's newest";
            other.messages.values = rows;
            other.messages.loaded = true;
            tryVerify(() => list.placed && list.atEnd());
            compare(list.count, 60);
            compare(view.unseen, 0);
            verify(list.visible && view.atNewest);
            const now = list.itemAtIndex(59);
            compare(now.text, "The other's newest");
            compare(list.itemAtIndex(0)?.text ?? rows[0].text, rows[0].text);

            view.page = page; // back, while everything is loaded
            tryVerify(() => list.placed && list.atEnd());
            compare(list.count, 82);
            compare(list.itemAtIndex(81).text, page.messages.values[81]?.text ?? page.messages.get(81).text);
        }

        function test_rowsAreKeptForTheNextConversation() {
            show(Samples.long(80));
            tryVerify(() => list.atEnd());
            const newest = list.itemAtIndex(79);
            const other = pageComponent.createObject(null);
            const rows = Samples.long(50);
            rows[49].text = "The other's newest";
            other.messages.values = rows;
            view.page = other;
            tryVerify(() => list.placed && list.atEnd());
            verify(list.itemAtIndex(49) === newest, "the item is the same");
            compare(newest.text, "The other's newest");
        }

        function test_opensTheNextOneAtItsNewLine() {
            show(Samples.long(80));
            tryVerify(() => list.atEnd());
            const other = pageComponent.createObject(null);
            const rows = Samples.long(80);
            rows[20].firstUnread = true;
            other.messages.values = rows;
            view.page = other;
            tryVerify(() => list.placed && list.itemAtIndex(20) !== null);
            const y = list.itemAtIndex(20).y - list.contentY;
            verify(y >= -1 && y < list.height, "the line is in sight");
            verify(!view.atNewest);
        }

        function test_emptySaysWhatToDo() {
            show([]);
            verify(!findChild(view, "empty").busy);
            verify(findChild(view, "empty").visible);
            page.messages.loaded = false;
            verify(findChild(view, "empty").busy);
        }
    }
}

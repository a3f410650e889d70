// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Deals
import Frontdesk.Models
import "../gallery"

Item {
    id: root

    width: 1440
    height: 900

    property SampleApp app: SampleApp { }
    readonly property DealBoardModel board: app.workspace.crm.board

    DealsPage {
        id: page
        anchors.fill: parent
        workspace: root.app.workspace
        settings: root.app.settings
    }

    TestCase {
        name: "Deals"
        when: windowShown

        function init() {
            root.board.calls = [];
            root.app.workspace.crm.calls = [];
            root.app.workspace.crm.current = null;
            root.board.text = "";
            root.app.workspace.crm.deals.text = "";
            page.shown = "board";
            root.Window.window.update(); // so that there is a frame to wait for
            waitForRendering(page);
        }

        function column(index) {
            return findChild(page, "columns").itemAtIndex(index);
        }

        function card(columnIndex, index) {
            return findChild(column(columnIndex), "cards").itemAtIndex(index);
        }

        function overlayChild(name) {
            const look = item => {
                if (item.objectName === name && item.visible)
                    return item;
                for (let i = 0; i < item.children.length; ++i) {
                    const found = look(item.children[i]);
                    if (found)
                        return found;
                }
                return null;
            };
            return look(root.Window.window.contentItem);
        }

        function test_stagesWithTheirSums() {
            compare(column(0).Accessible.name, "Lead: 3 deals, € 10,550");
            compare(card(0, 0).Accessible.name, "晨星科技 pilot, Chen Wei, € 5,400, 19 Dec");
            compare(card(0, 0).Accessible.description, "Ctrl and an arrow key move it to another stage");
        }

        function test_aPressOpens() {
            mouseClick(card(1, 0));
            compare(root.app.workspace.crm.calls, [["open", "deal:nair"]]);
        }

        // What the model does with a deal that was moved.
        function take(columnIndex, index) {
            const deals = column(columnIndex).deals;
            const deal = Object.assign({}, deals.values[index]);
            deals.remove(index);
            return deal;
        }

        function putBack() {
            for (let i = 0; i < root.board.count; ++i)
                column(i).deals.valuesChanged();
            page.forceActiveFocus();
        }

        function focused() {
            return root.Window.window.activeFocusItem;
        }

        function test_movedByKeyboard() {
            card(0, 0).forceActiveFocus();
            keyClick(Qt.Key_Left, Qt.ControlModifier); // there is nothing before the first one
            compare(root.board.calls, []);
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            compare(root.board.calls, [["move", "deal:chen", "qualified", ""]]);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            compare(root.board.calls[1], ["move", card(0, 1).record, "qualified", ""], "it is not waited for for ever");
        }

        function test_theKeyboardGoesWithTheDeal() {
            card(0, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            compare(root.board.calls, [["move", "deal:chen", "qualified", ""]], "it is on its way");
            const chen = take(0, 0);
            tryCompare(findChild(column(0), "cards"), "count", 2);
            verify(!(focused() instanceof DealCard), "no other card has the keyboard");
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            compare(root.board.calls.length, 1);
            const there = column(1).deals;
            there.append(chen);
            tryVerify(() => focused()?.record === "deal:chen");
            compare(findChild(column(1), "cards").currentIndex, there.count - 1);
            verify(focused().visualFocus);
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            compare(root.board.calls[1], ["move", "deal:chen", "proposal", ""], "and it goes on from there");

            there.remove(there.count - 1); // the server has refused the first move
            column(0).deals.insert(0, chen);
            tryVerify(() => focused()?.record === "deal:chen" && column(0).deals.rowOf("deal:chen") === 0 && focused().ListView.view === findChild(column(0), "cards"));
            putBack();
        }

        function test_itIsThereBeforeItHasLeft() {
            card(0, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            column(1).deals.insert(0, Object.assign({}, column(0).deals.values[0]));
            tryVerify(() => focused() === card(1, 0) && focused().record === "deal:chen");
            take(0, 0);
            waitForRendering(page);
            compare(focused(), card(1, 0));
            putBack();
        }

        // A long column shows the end of it, where the deal comes.
        function test_itsCardComesIntoSight() {
            const there = column(1).deals;
            for (let i = 0; i < 30; ++i)
                there.append(Object.assign({}, there.values[0], { record: "deal:" + i }));
            card(0, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            there.append(take(0, 0));
            const cards = findChild(column(1), "cards");
            tryVerify(() => focused()?.record === "deal:chen" && focused().ListView.view === cards);
            verify(cards.contentY > 0);
            putBack();
        }

        function test_whoeverGoesElsewhereIsLeftAlone() {
            card(0, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            const chen = take(0, 0);
            const search = findChild(page, "search");
            search.forceActiveFocus();
            column(1).deals.append(chen);
            waitForRendering(page);
            verify(search.activeFocus);
            putBack();
        }

        // From the first card of the first column to the second column; the mouse is still down.
        function dragOver() {
            const from = card(0, 0).mapToItem(page, 40, 20);
            const to = column(1).mapToItem(page, 60, 300);
            mousePress(page, from.x, from.y);
            mouseMove(page, from.x + 40, from.y + 40);
            mouseMove(page, to.x, to.y);
            tryCompare(column(1).border, "width", 2);
            return to;
        }

        function test_movedByMouse() {
            const to = dragOver();
            mouseRelease(page, to.x, to.y);
            compare(root.board.calls, [["move", "deal:chen", "qualified", ""]]);
            tryCompare(column(1).border, "width", 0);
        }

        function test_whatIsDraggedStaysTheSame() {
            const deals = column(0).deals;
            const chen = deals.values[0];
            const to = dragOver();
            deals.set(0, deals.values[2]); // a colleague has changed them: the card is another one's
            compare(card(0, 0).record, "deal:atelier");
            mouseRelease(page, to.x, to.y);
            compare(root.board.calls, [["move", "deal:chen", "qualified", ""]]);
            deals.set(0, chen);
            tryCompare(column(1).border, "width", 0);
        }

        function test_aLostOneIsAskedFor() {
            card(4, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            tryVerify(() => overlayChild("reason")?.field.activeFocus ?? false);
            compare(root.board.calls, [], "it stays until the reason is told");
            for (const letter of "price")
                keyClick(letter);
            keyClick(Qt.Key_Return);
            tryCompare(root.board, "calls", [["move", "deal:xezer", "lost", "price"]]);
            tryVerify(() => overlayChild("reason") === null);
            compare(focused().record, "deal:xezer");
            const xezer = take(4, 0);
            column(5).deals.append(xezer);
            tryVerify(() => focused()?.record === "deal:xezer" && focused().ListView.view === findChild(column(5), "cards"));
            putBack();
        }

        function test_escapeLosesNothing() {
            card(4, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            tryVerify(() => overlayChild("reason")?.field.activeFocus ?? false);
            keyClick(Qt.Key_Escape);
            tryVerify(() => overlayChild("reason") === null);
            compare(root.board.calls, []);
            compare(focused(), card(4, 0), "the keyboard is where it was");
        }

        function test_typingNarrows() {
            mouseClick(findChild(page, "search"));
            for (const letter of "nair")
                keyClick(letter);
            compare(root.board.text, "nair");
            keyClick(Qt.Key_Escape);
            compare(root.board.text, "");
        }

        function test_theFieldShowsWhatIsInForce() {
            const deals = root.app.workspace.crm.deals;
            const search = findChild(page, "search");
            deals.text = "atelier"; // of a view
            page.shown = "list";
            compare(search.text, "atelier");
            mouseClick(findChild(findChild(page, "shown"), "board"));
            compare(root.board.text, "atelier");
            mouseClick(search);
            keyClick(Qt.Key_Escape);
            for (const letter of "nair")
                keyClick(letter);
            compare(root.board.text, "nair");
            compare(deals.text, "atelier", "nobody looks at these");
            mouseClick(findChild(findChild(page, "shown"), "list"));
            compare(search.text, "nair");
            compare(deals.text, "nair");
            mouseClick(search);
            keyClick(Qt.Key_Escape);
            compare(deals.text, "");
        }

        function test_theTextOfAViewStaysWhenTheBoardHadNone() {
            const deals = root.app.workspace.crm.deals;
            root.board.text = "";
            page.boardsText = ""; // as when one comes back to this place
            deals.text = "atelier"; // of a view
            mouseClick(findChild(findChild(page, "shown"), "list"));
            compare(deals.text, "atelier");
            compare(findChild(page, "search").text, "atelier");
            deals.text = "";
        }

        function test_whatIsExportedIsShown() {
            compare(page.shown, "board");
            findChild(page, "files").exportShown();
            compare(page.shown, "list");
            keyClick(Qt.Key_Escape); // the dialog
        }

        function test_theKeyboardComesBackFromTheDetails() {
            const crm = root.app.workspace.crm;
            const closeDetails = () => {
                crm.current = root.app.contact;
                tryVerify(() => findChild(page, "record") !== null);
                findChild(page, "record").closed();
            };
            card(1, 0).forceActiveFocus();
            findChild(page, "search").forceActiveFocus();
            closeDetails();
            compare(focused(), card(1, 0));
            page.shown = "list";
            tryVerify(() => findChild(findChild(page, "table"), "rows")?.itemAtIndex(1) ?? false);
            const row = findChild(findChild(page, "table"), "rows").itemAtIndex(1);
            row.forceActiveFocus();
            findChild(page, "search").forceActiveFocus();
            closeDetails();
            compare(focused(), row);
        }

        function test_asAList() {
            const deals = root.app.workspace.crm.deals;
            mouseClick(findChild(findChild(page, "shown"), "list"));
            tryVerify(() => findChild(page, "table") !== null);
            const table = findChild(page, "table");
            tryVerify(() => findChild(table, "rows").itemAtIndex(0) !== null);
            const row = findChild(table, "rows").itemAtIndex(0);
            compare(row.Accessible.name, "晨星科技 pilot, Chen Wei, € 5,400, 19 Dec, You");
            tryVerify(() => findChild(table, "heading.value")?.x > 0);
            mouseClick(findChild(table, "heading.value"));
            compare(deals.sortBy, "value");
            mouseClick(row);
            compare(root.app.workspace.crm.calls, [["open", "deal:chen"]]);
            mouseClick(row, row.width / 2, row.height / 2, Qt.LeftButton, Qt.ControlModifier);
            compare(deals.selection.count, 1);
            deals.selection.clear();
        }
    }
}

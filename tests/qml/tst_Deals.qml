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

        function test_movedByKeyboard() {
            card(1, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            keyClick(Qt.Key_Left, Qt.ControlModifier);
            compare(root.board.calls, [["move", "deal:nair", "proposal", ""], ["move", "deal:nair", "lead", ""]]);
            card(0, 0).forceActiveFocus();
            keyClick(Qt.Key_Left, Qt.ControlModifier); // there is nothing before the first one
            compare(root.board.calls.length, 2);
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
            compare(root.board.calls, [["move", "deal:xezer", "lost", "price"]]);
            tryVerify(() => overlayChild("reason") === null);
        }

        function test_escapeLosesNothing() {
            card(4, 0).forceActiveFocus();
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            tryVerify(() => overlayChild("reason")?.field.activeFocus ?? false);
            keyClick(Qt.Key_Escape);
            tryVerify(() => overlayChild("reason") === null);
            compare(root.board.calls, []);
        }

        function test_typingNarrows() {
            mouseClick(findChild(page, "search"));
            for (const letter of "nair")
                keyClick(letter);
            compare(root.board.text, "nair");
            keyClick(Qt.Key_Escape);
            compare(root.board.text, "");
        }

        function test_asAList() {
            const deals = root.app.workspace.crm.deals;
            mouseClick(findChild(findChild(page, "shown"), "list"));
            tryVerify(() => findChild(page, "table") !== null);
            const table = findChild(page, "table");
            tryVerify(() => findChild(table, "rows").itemAtIndex(0) !== null);
            const row = findChild(table, "rows").itemAtIndex(0);
            compare(row.Accessible.name, "晨星科技 pilot, Chen Wei, € 5,400, 19 Dec, You");
            tryVerify(() => findChild(table, "heading.value") !== null);
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

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk
import "../gallery"
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 1000
    height: 700

    property SampleApp app: SampleApp { }

    WorkspaceView {
        id: view
        anchors.fill: parent
        app: root.app
        workspace: root.app.workspace
    }

    TestCase {
        name: "Palette"
        when: windowShown

        function init() {
            root.app.workspace.calls = [];
            root.app.workspace.quickSearch.values = [];
            root.app.workspace.quickSearch.more = false;
            view.place = "inbox";
            view.commandPalette?.close();
            tryVerify(() => !view.commandPalette?.visible);
            keyClick(Qt.Key_K, Qt.ControlModifier);
            tryVerify(() => view.commandPalette.opened);
        }

        function write(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function test_toAConversation() {
            write("refu");
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["openConversation", "refunds"]]);
            tryVerify(() => !view.commandPalette.visible);
        }

        function test_toAConversationByItsLabel() {
            write("urgent");
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["openConversation", "refunds"]]);
        }

        function test_toARecord() {
            root.app.workspace.crm.calls = [];
            write("annual");
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.crm.calls, [["open", "deal:annual"]]);
            compare(view.place, "deals");
            tryVerify(() => !view.commandPalette.visible);
        }

        function test_toAPerson() {
            view.place = "team";
            write("piotr");
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["startDirect", "piotr"]]);
            compare(view.place, "inbox");
        }

        function test_toAnAction() {
            write("settings");
            keyClick(Qt.Key_Return);
            compare(view.place, "settings");
        }

        function test_toAMessage() {
            write("qq");
            compare(root.app.workspace.quickSearch.text, "qq");
            root.app.workspace.quickSearch.values = Samples.hits.slice(0, 2);
            tryCompare(view.commandPalette, "rows", 2);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["openMessage", ["tomas", 40]]]);
            tryVerify(() => !view.commandPalette.visible);
            compare(root.app.workspace.quickSearch.text, "", "nothing is searched when nobody looks");
        }

        function test_messagesDoNotPushAwayWhatEnterOpens() {
            write("settings");
            root.app.workspace.quickSearch.values = Samples.hits.slice(0, 2);
            tryCompare(view.commandPalette, "rows", 3);
            keyClick(Qt.Key_Return);
            compare(view.place, "settings");
        }

        function test_toAllMessages() {
            write("qq");
            root.app.workspace.quickSearch.values = Samples.hits.slice(0, 2);
            root.app.workspace.quickSearch.more = true;
            const all = findChild(view.commandPalette.contentItem, "all");
            tryVerify(() => all.visible);
            waitForRendering(all);
            mouseClick(all);
            compare(view.place, "search");
            compare(root.app.workspace.search.text, "qq");
        }

        function test_arrowsGoRound() {
            const rows = view.commandPalette.rows;
            verify(rows > 3);
            keyClick(Qt.Key_Up);
            compare(view.commandPalette.currentRow, rows - 1);
            keyClick(Qt.Key_Down);
            compare(view.commandPalette.currentRow, 0);
            keyClick(Qt.Key_Down);
            compare(view.commandPalette.currentRow, 1);
            write("m");
            compare(view.commandPalette.currentRow, 0, "what is typed starts from the top");
        }

        function test_nothingFound() {
            write("qqqq");
            compare(view.commandPalette.rows, 0);
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls.length, 0);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !view.commandPalette.visible);
        }

        function test_theFeedLeadsToRecords() {
            keyClick(Qt.Key_Escape);
            tryVerify(() => !view.commandPalette.visible);
            view.place = "activity";
            const entries = [];
            const look = item => {
                if (item.sentence !== undefined && item.record !== undefined)
                    entries.push(item);
                for (let i = 0; i < item.children.length; ++i)
                    look(item.children[i]);
            };
            tryVerify(() => {
                entries.length = 0;
                look(view);
                return entries.some(entry => entry.record === "deal:d1");
            });
            entries.find(entry => entry.record === "deal:d1").clicked();
            compare(view.place, "deals");
            compare(root.app.workspace.crm.calls.pop(), ["open", "deal:d1"]);
        }

        function test_placesByKeys() {
            keyClick(Qt.Key_Escape);
            tryVerify(() => !view.commandPalette.visible);
            keyClick(Qt.Key_2, Qt.ControlModifier);
            compare(view.place, "team");
            keyClick(Qt.Key_5, Qt.ControlModifier);
            compare(view.place, "dashboard");
            keyClick(Qt.Key_6, Qt.ControlModifier);
            compare(view.place, "activity");
            keyClick(Qt.Key_7, Qt.ControlModifier);
            compare(view.place, "settings");
            keyClick(Qt.Key_1, Qt.ControlModifier);
            compare(view.place, "inbox");
        }
    }
}

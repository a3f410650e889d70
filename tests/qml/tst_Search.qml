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
        name: "Search"
        when: windowShown

        readonly property var model: root.app.workspace.search

        function init() {
            root.app.workspace.calls = [];
            Object.assign(model, { text: "", values: [], filters: [], calls: [], problem: "", more: false, note: "", serverProblem: "", searchingServer: false, order: "newest" });
            view.place = "inbox";
            keyClick(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
            compare(view.place, "search");
            tryVerify(() => field().activeFocus);
        }

        function field() { return findChild(view, "field"); }
        function list() { return findChild(view, "hits"); }

        function write(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function find() {
            write("marina");
            compare(model.text, "marina");
            model.values = Samples.hits;
            tryVerify(() => list().itemAtIndex(1) !== null);
        }

        function test_enterOpensTheFirst() {
            find();
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["openMessage", ["maya", 12]]]);
            compare(view.place, "inbox");
        }

        function test_keysGoThroughTheHits() {
            find();
            keyClick(Qt.Key_Down);
            verify(list().itemAtIndex(0).activeFocus);
            keyClick(Qt.Key_Down);
            verify(list().itemAtIndex(1).activeFocus);
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["openMessage", ["tomas", 40]]]);
        }

        function test_aClickOpensTheMessage() {
            find();
            mouseClick(list().itemAtIndex(1));
            compare(root.app.workspace.calls, [["openMessage", ["tomas", 40]]]);
        }

        function test_whatWasFoundIsThereAgain() {
            find();
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
            tryVerify(() => field().activeFocus);
            compare(field().text, "marina");
            compare(list().count, Samples.hits.length);
            compare(field().selectedText, "marina", "a new word replaces it");
        }

        function test_hitsAreMarkedAsPlainText() {
            find();
            const row = list().itemAtIndex(0);
            const line = findChild(row, "line");
            compare(line.textFormat, TextEdit.PlainText);
            const marked = line.parent;
            const mark = Samples.hits[0].snippet.marks[0];
            const extent = marked.extent(mark.from, mark.length);
            verify(extent.x > 0 && extent.y > extent.x + 20 && extent.y < marked.width);
            const arabic = findChild(list().itemAtIndex(2), "line").parent;
            const word = Samples.hits[2].snippet.marks[0];
            const width = places => places.y - places.x;
            fuzzyCompare(width(arabic.extent(word.from, word.length)), width(extent), 8, "the same word is as wide where the writing changes its direction");
            verify(row.Accessible.name.includes("Marina Road"));
        }

        function test_filtersAreTakenAway() {
            find();
            model.filters = [{ text: "from:me", problem: "" }, { text: "in:x", problem: "No conversation is called “x”" }];
            const chip = () => findChild(view, "filter1");
            tryVerify(() => chip() !== null && chip().visible);
            verify(chip().Accessible.name.includes("No conversation"));
            mouseClick(chip());
            compare(model.calls, [["removeFilter", 1]]);
        }

        function test_helpBeginsAFilter() {
            compare(list().visible, false);
            mouseClick(findChild(view, "from:"));
            compare(model.text, "from:");
            verify(field().activeFocus);
            write("me");
            compare(model.text, "from:me");
        }

        function test_orderIsChosen() {
            mouseClick(findChild(view, "relevance"));
            compare(model.order, "relevance");
        }

        function test_nothingFoundSaysWhatToDo() {
            write("qqqq");
            const empty = findChild(view, "noHits");
            tryVerify(() => empty.visible);
            verify(empty.text !== "");
            empty.triggered();
            compare(model.text, "");
        }

        function test_aProblemIsSaidAndTriedAgain() {
            write("q");
            model.problem = "The disk is full";
            const empty = findChild(view, "noHits");
            compare(empty.text, "The disk is full");
            empty.triggered();
            compare(model.calls, [["tryAgain", null]]);
        }

        function test_whatWasSearchedIsSaid() {
            find();
            model.note = "Only what is on this computer was searched";
            compare(findChild(view, "note").text, model.note);
            verify(!findChild(view, "tryServerAgain").visible);
            model.serverProblem = "It does not answer";
            mouseClick(findChild(view, "tryServerAgain"));
            compare(model.calls, [["tryAgain", null]]);
        }

        function test_hitsOfTheServerAreTold() {
            find();
            const hits = Samples.hits.slice();
            hits[1] = Object.assign({}, hits[1], { onServerOnly: true });
            model.values = hits;
            tryVerify(() => list().itemAtIndex(1) !== null && list().itemAtIndex(1).onServerOnly);
            verify(list().itemAtIndex(1).Accessible.name.includes("only on the server"));
        }

        function test_namesComeFirst() {
            write("ma");
            model.values = Samples.hits;
            tryVerify(() => list().itemAtIndex(0) !== null);
            const maya = findChild(view, "conversationHit0");
            verify(maya.title.startsWith("Maya"));
            compare(maya.marks.length, 1);
            keyClick(Qt.Key_Down);
            verify(maya.activeFocus);
            const names = maya.parent.count;
            for (let i = 1; i < names; ++i)
                keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            verify(list().itemAtIndex(0).activeFocus, "messages come after names");
            verify(maya.parent.height > 2 * maya.height);
            fuzzyCompare(list().itemAtIndex(0).mapToItem(maya.parent, 0, 0).y, maya.parent.height, 1, "and stand below them");
            keyClick(Qt.Key_Up);
            verify(!list().itemAtIndex(0).activeFocus);
            for (let i = 1; i < names; ++i)
                keyClick(Qt.Key_Up);
            verify(maya.activeFocus);
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["openConversation", "maya"]]);
            compare(view.place, "inbox");
        }

        function test_aPersonIsOpened() {
            write("piotr");
            tryVerify(() => findChild(view, "personHit0") !== null);
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.calls, [["startDirect", "piotr"]]);
        }
    }
}

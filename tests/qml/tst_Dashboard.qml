// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Charts
import Frontdesk.Dashboard
import "../gallery"

Item {
    id: root

    width: 1200
    height: 800

    property SampleApp app: SampleApp { }
    property Component page: Component {
        DashboardPage {
            anchors.fill: parent
            workspace: root.app.workspace
        }
    }

    property Component wall: Component {
        WallView {
            anchors.fill: parent
            workspace: root.app.workspace
        }
    }

    TestCase {
        name: "Dashboard"
        when: windowShown

        property DashboardPage dashboard: null

        SignalSpy {
            id: places
            signalName: "placeChosen"
        }

        SignalSpy {
            id: left
            signalName: "leaving"
        }

        function init() {
            dashboard = createTemporaryObject(root.page, root) as DashboardPage;
            places.target = dashboard;
            places.clear();
            waitForRendering(dashboard); // all has its place
        }

        // The first item below another that fits.
        function find(item: Item, fits: var): Item {
            for (const child of Array.from(item.children)) {
                const found = fits(child) ? child : find(child, fits);
                if (found)
                    return found;
            }
            return null;
        }
        function tile(label: string): Item {
            return find(dashboard, item => item instanceof KpiTile && item.label === label);
        }
        function frame(title: string): Item {
            return find(dashboard, item => item instanceof ChartFrame && item.title === title);
        }

        function test_itWatchesWhileItIsThere() {
            verify(root.app.workspace.dashboard.watching);
            dashboard.destroy();
            tryVerify(() => !root.app.workspace.dashboard.watching);
        }

        function test_tilesShowTheirFiguresAndLeadToTheirRows() {
            const pipeline = tile("Pipeline");
            verify(pipeline);
            compare(pipeline.figure, "€ 412 k");
            compare(pipeline.change, "6 %");
            compare(pipeline.direction, "up");
            mouseClick(pipeline);
            compare(places.count, 1);
            compare(places.signalArguments[0][0], "deals");
            tile("New contacts").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(places.signalArguments[1][0], "contacts");
        }

        // Nothing of a tile lies over something else, whatever has become of its figure.
        function test_aChangeKeepsItsPlace_data() {
            return [{ tag: "unchanged, then less", from: { change: "", direction: "same" }, to: { change: "1", direction: "down" } },
                { tag: "nothing to compare with, then less", from: { change: "", direction: "" }, to: { change: "1", direction: "down" } },
                { tag: "less, then more", from: { change: "1", direction: "down" }, to: { change: "12", direction: "up" } },
                { tag: "more, then unchanged", from: { change: "12", direction: "up" }, to: { change: "", direction: "same" } }];
        }
        function test_aChangeKeepsItsPlace(row: var) {
            const tiles = root.app.workspace.dashboard.tiles;
            const waiting = tile("Waiting conversations");
            tiles.set(0, row.from);
            root.Window.window.update(); // so that there is a frame to wait for, also when it was so before
            waitForRendering(dashboard);
            tiles.set(0, row.to);
            waitForRendering(dashboard);
            const compared = find(waiting, item => item.text === "vs last week");
            const change = find(waiting, item => item.objectName === "change");
            tryVerify(() => change.x + change.width <= compared.x);
            const arrow = find(waiting, item => item.objectName === "arrow");
            tryVerify(() => !arrow.visible || arrow.x + arrow.width <= change.x);
        }

        function test_chartsDrawTheModelsFigures() {
            const funnel = frame("Funnel by stage");
            compare(funnel.figures.categories, ["Lead", "Qualified", "Proposal", "Negotiation", "Won"]);
            verify(funnel.chart);
            const before = funnel.figures;
            root.app.workspace.dashboard.funnel = Object.assign({}, root.app.workspace.dashboard.funnel, { values: [[1, 2, 3, 4, 5]] });
            compare(funnel.figures, before); // a change moves what is drawn, nothing is built anew
            compare(funnel.figures.seriesCount, 1);
        }

        function test_ofAnotherPeriod() {
            mouseClick(find(dashboard, item => item.text === "This month" && item.checked === false));
            compare(root.app.workspace.dashboard.period, "month");
            root.app.workspace.dashboard.period = "week";
        }

        function test_whoseFiguresAreChosenByTheKeyboard() {
            const board = root.app.workspace.dashboard;
            const button = find(dashboard, item => item.objectName === "whose");
            compare(button.text, "Everybody");
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            const overlay = root.Window.window.contentItem;
            tryVerify(() => find(overlay, item => item.text === "North" && item.visible) !== null);
            const team = find(overlay, item => item.text === "North" && item.visible);
            compare(team.Accessible.name, "Team North");
            tryVerify(() => !button.activeFocus); // the menu has the keyboard
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(board.whose, "team:north");
            compare(button.text, "North");
            compare(button.Accessible.name, "Whose figures: North");
            board.whose = "lena";
            compare(button.text, "Lena Roth");
            board.whose = "";
            tryVerify(() => find(overlay, item => item.text === "North" && item.visible) === null);
        }

        function test_offlineItSaysHowOldEverythingIs() {
            root.app.workspace.dashboard.live = false;
            root.app.workspace.dashboard.age = "as of 09:41";
            root.app.workspace.dashboard.liveText = "Offline";
            compare(tile("Pipeline").age, "as of 09:41");
            compare(frame("Revenue").age, "as of 09:41");
            compare(find(dashboard, item => item.objectName === "state").text, "Offline, as of 09:41");
            root.app.workspace.dashboard.live = true;
            root.app.workspace.dashboard.age = "";
            root.app.workspace.dashboard.liveText = "Live";
        }

        function tileNames(): var {
            const tiles = root.app.workspace.dashboard.tiles;
            return Array.from({ length: tiles.count }, (_, index) => tiles.get(index).name);
        }

        function test_whatTheKeyboardComesToIsInSight() {
            const flickable = find(dashboard, item => item instanceof Flickable);
            const tiles = dashboard.workspace.dashboard.tiles;
            root.height = 500;
            waitForRendering(dashboard);
            const last = tile(tiles.get(tiles.count - 1).label);
            const bottom = () => last.mapToItem(flickable, 0, last.height).y;
            root.width = 400;
            tryVerify(() => bottom() > flickable.height);
            last.forceActiveFocus(Qt.TabFocusReason);
            tryVerify(() => bottom() <= flickable.height);
            root.width = 1200;
            root.height = 800;
        }

        function test_aTileIsMovedByTheKeyboard() {
            tile("First response").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right, Qt.ControlModifier);
            compare(tileNames().slice(0, 3), ["conversations.waiting", "conversations.resolution", "conversations.firstResponse"]);
            verify(tile("First response").activeFocus, "the keyboard goes with it");
            keyClick(Qt.Key_Left, Qt.ControlModifier);
            compare(tileNames()[1], "conversations.firstResponse");
        }

        // By what both have at their top, in steps, as a hand does.
        function drag(item: Item, place: Item) {
            const way = place.mapToItem(item, 0, 0);
            mousePress(item, 40, 20);
            for (let step = 1; step <= 10; ++step)
                mouseMove(item, 40 + way.x * step / 10, 20 + way.y * step / 10);
            mouseRelease(item, 40 + way.x, 20 + way.y);
        }

        function test_aTileIsDragged() {
            const dragged = tile("Waiting conversations");
            const place = tile("Pipeline");
            drag(dragged, place);
            compare(tileNames().indexOf("conversations.waiting"), 4);
            compare(places.count, 0, "what was dragged was not pressed");
            root.app.workspace.dashboard.moveTile("conversations.waiting", 0);
        }

        function test_cardsAreMoved() {
            const board = root.app.workspace.dashboard;
            const usual = board.cards;
            const dragged = frame("Revenue");
            const place = frame("Funnel by stage");
            drag(dragged, place);
            compare(board.cards.slice(0, 2), ["funnel", "revenue"]);
            frame("Revenue").moveAsked(-1);
            compare(board.cards, usual);
        }

        function test_anAlarmIsSetInTheMenuOfATile() {
            const board = root.app.workspace.dashboard;
            board.calls = [];
            board.alarms = { "conversations.waiting": { above: "30", below: "" } };
            tile("Waiting conversations").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Menu);
            const overlay = root.Window.window.contentItem;
            tryVerify(() => find(overlay, item => item.text === "Alarm…" && item.visible) !== null);
            find(overlay, item => item.text === "Alarm…" && item.visible).triggered();
            tryVerify(() => find(overlay, item => item.objectName === "above")?.field.activeFocus ?? false);
            const above = find(overlay, item => item.objectName === "above");
            const below = find(overlay, item => item.objectName === "below");
            compare(above.text, "30");
            below.text = "none";
            verify(below.problem !== "");
            below.text = "2";
            keyClick(Qt.Key_Return);
            compare(board.calls, [["setAlarm", "conversations.waiting", "30", "2", false]]);
            tryVerify(() => find(overlay, item => item.objectName === "above") === null); // else it keeps the mouse from the next test
        }

        function test_aChartIsSaved() {
            const board = root.app.workspace.dashboard;
            const overlay = root.Window.window.contentItem;
            const file = () => find(overlay, item => item.objectName === "file");
            board.calls = [];
            board.csvProblem = "The disk is full.";
            frame("Why deals were lost").csvAsked();
            tryVerify(() => file()?.field.activeFocus ?? false);
            compare(file().text, "/home/lena/Downloads/Why deals were lost.csv");
            keyClick(Qt.Key_Return);
            compare(board.calls, [["saveCsv", "reasons", "/home/lena/Downloads/Why deals were lost.csv"]]);
            compare(file().problem, "The disk is full.");
            board.csvProblem = "";
            keyClick(Qt.Key_Return);
            tryVerify(() => file() === null);
            frame("Revenue").pictureAsked();
            tryVerify(() => file()?.field.activeFocus ?? false);
            file().text = "/nowhere/at/all.png";
            keyClick(Qt.Key_Return);
            tryVerify(() => file().problem !== "");
            keyClick(Qt.Key_Escape);
            tryVerify(() => file() === null);
        }

        function test_aWallIsSetUp() {
            const wall = root.app.workspace.dashboard.wall;
            const overlay = root.Window.window.contentItem;
            const seconds = () => find(overlay, item => item.objectName === "seconds");
            const row = title => find(overlay, item => item.title === title && item.lastShown !== undefined);
            wall.calls = [];
            find(dashboard, item => item.objectName === "more").clicked();
            tryVerify(() => find(overlay, item => item.text === "Set the wall up…" && item.visible) !== null);
            find(overlay, item => item.text === "Set the wall up…" && item.visible).triggered();
            tryVerify(() => seconds()?.field.activeFocus ?? false);
            compare(seconds().text, "20");
            seconds().text = "3";
            verify(seconds().problem !== "");
            keyClick(Qt.Key_Return);
            compare(wall.calls, [], "which is no wall");
            seconds().text = "9";
            const shown = find(row("Sales"), item => item.objectName === "shown");
            compare(shown.Accessible.name, "Show Sales");
            shown.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            const handle = find(row("Sales"), item => item.objectName === "handle");
            handle.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            compare(wall.calls, [["show", ["sales", false]], ["moveTo", ["sales", 2]]]);
            wall.setProperty(0, "lastShown", true);
            verify(!find(row("Figures"), item => item.objectName === "shown").enabled);
            seconds().field.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(wall.calls[2], ["save", "9"]);
            tryVerify(() => seconds() === null);
            wall.seconds = 20;
        }

        function test_aWallTurnsThePagesThatAreSet() {
            const board = root.app.workspace.dashboard;
            const usual = board.wall.pages;
            board.wall.pages = [{ name: "messages", title: "Messages" }, { name: "figures", title: "Figures" }];
            board.wall.seconds = 33;
            const wall = createTemporaryObject(root.wall, root) as WallView;
            compare(wall.seconds, 33);
            compare(find(wall, item => item.objectName === "title").text, "Messages");
            verify(find(wall, item => item instanceof ChartFrame && item.title === "Messages by hour"));
            board.alarmRaised("deals.open", "Open deals: 3, above 2");
            compare(find(wall, item => item.objectName === "title").text, "Figures", "an alarm is seen");
            board.wall.pages = [{ name: "sales", title: "Sales" }];
            compare(find(wall, item => item.objectName === "title").text, "Sales", "fewer pages than the one that was shown");
            board.wall.pages = usual;
            board.wall.seconds = 20;
        }

        function test_aWallTurnsItsPages() {
            const wall = createTemporaryObject(root.wall, root) as WallView;
            wall.forceActiveFocus();
            const title = () => find(wall, item => item.objectName === "title").text;
            compare(title(), "Figures");
            keyClick(Qt.Key_Right);
            compare(title(), "Sales");
            verify(find(wall, item => item instanceof ChartFrame && item.title === "Revenue"));
            const turned = []; // it turns more often than one can look
            wall.pageChanged.connect(() => turned.push(wall.page));
            wall.seconds = 0.001;
            tryVerify(() => turned.length > 0);
            compare(turned[0], 2);
            keyClick(Qt.Key_Space);
            verify(wall.paused);
            const stopped = wall.page;
            root.app.workspace.dashboard.alarmRaised("deals.open", "Open deals: 3, above 2");
            verify(stopped === 0 || wall.page !== stopped);
            compare(title(), "Figures", "an alarm is seen");
            left.target = wall;
            left.clear();
            keyClick(Qt.Key_Escape);
            compare(left.count, 1);
        }
    }
}

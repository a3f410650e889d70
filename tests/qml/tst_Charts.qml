// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Charts
import Frontdesk.Theme

Item {
    id: root

    width: 1200
    height: 900

    ChartFigures {
        id: revenue
        pattern: "€ %1"
    }
    ChartFigures { id: stages }
    ChartFigures { id: hours }

    LineChart {
        id: line
        width: 400
        height: 240
        title: "Revenue"
        figures: revenue
        target: 1
        picks: true
    }
    ColumnChart {
        id: columns
        x: 420
        width: 400
        height: 240
        figures: revenue
        target: 1
    }
    BarChart {
        id: bars
        y: 260
        width: 300
        height: 3 * Theme.chartRowHeight
        title: "Funnel"
        figures: stages
        picks: true
    }
    HeatMap {
        id: heat
        x: 320
        y: 260
        width: 300
        height: 120
        figures: hours
        picks: true
    }
    KpiTile {
        id: tile
        y: 420
        width: 200
        label: "Open conversations"
        figure: "37"
        change: "8"
        direction: "down"
        upIs: "bad"
        comparedWith: "vs last week"
    }
    Sparkline {
        id: spark
        x: 220
        y: 420
        values: [1, 2]
    }
    ChartFrame {
        id: frame
        x: 640
        y: 260
        width: 420
        height: 300
        title: "Revenue"
        figures: revenue
        picks: true

        LineChart {
            objectName: "chart"
            anchors.fill: parent
            figures: revenue
        }
    }

    SignalSpy { id: linePicked; target: line; signalName: "picked" }
    SignalSpy { id: barPicked; target: bars; signalName: "picked" }
    SignalSpy { id: heatPicked; target: heat; signalName: "picked" }
    SignalSpy { id: framePicked; target: frame; signalName: "picked" }
    SignalSpy { id: csvAsked; target: frame; signalName: "csvAsked" }
    SignalSpy { id: pictureAsked; target: frame; signalName: "pictureAsked" }
    SignalSpy { id: retried; target: frame; signalName: "retry" }
    SignalSpy { id: opened; target: tile; signalName: "clicked" }

    TestCase {
        name: "Charts"
        when: windowShown

        function init() {
            Theme.mode = "light";
            Theme.reducedMotion = true;
            for (const spy of [linePicked, barPicked, heatPicked, framePicked, csvAsked, pictureAsked, retried, opened])
                spy.clear();
            for (const item of [line, columns, bars, heat]) {
                item.LayoutMirroring.enabled = false;
                item.LayoutMirroring.childrenInherit = true;
                item.cursor.end();
            }
            revenue.categories = ["Jan", "Feb", "Mar", "Apr", "May"];
            revenue.names = ["this year", "target"];
            revenue.values = [[0, 20, 40, 30, null], [10, 20, 30, 40, 40]];
            stages.categories = ["Lead", "Proposal", "Won"];
            stages.names = ["now", "before"];
            stages.values = [[80, 40, 20], [60, 20, 80]];
            hours.categories = ["08", "09", "10", "11"];
            hours.names = ["Mon", "Tue"];
            hours.values = [[0, 1, 10, 5], [2, 0, 0, 10]];
            frame.asTable = false;
            frame.problem = "";
            frame.visible = true;
            tile.forceActiveFocus();
            root.Window.window.update(); // so that there is a frame to wait for
            waitForRendering(root);
        }

        // Whether something of the colour is drawn within two pixels of the point.
        function drawn(picture, x, y, color) {
            for (let dx = -2; dx <= 2; ++dx) {
                for (let dy = -2; dy <= 2; ++dy) {
                    if (Qt.colorEqual(picture.pixel(Math.round(x) + dx, Math.max(0, Math.round(y) + dy)), color))
                        return true;
                }
            }
            return false;
        }

        // A value of 40 is at the top of the plot, 0 at its end: what the axis' labels say.
        function heightOf(chart, value) {
            const ticks = labels(chart).filter(label => label.text.startsWith("€"));
            const at = text => {
                const label = ticks.find(tick => tick.text === text);
                return label.mapToItem(chart, 0, label.height / 2).y;
            };
            return at("€ 0") + (at("€ 40") - at("€ 0")) * value / 40;
        }

        function labels(item) {
            const found = [];
            const look = each => {
                if (each.text !== undefined && each.elide !== undefined && each.visible)
                    found.push(each);
                for (let i = 0; i < each.children.length; ++i)
                    look(each.children[i]);
            };
            look(item);
            return found;
        }

        function placeOf(chart, category) {
            const label = labels(chart).find(each => each.text === category);
            return label.mapToItem(chart, label.width / 2, 0).x;
        }

        function test_lineIsDrawnWhereTheAxisSays_data() {
            return [{ tag: "left to right", mirrored: false }, { tag: "right to left", mirrored: true }];
        }

        function test_lineIsDrawnWhereTheAxisSays(row) {
            line.LayoutMirroring.enabled = row.mirrored;
            root.Window.window.update();
            waitForRendering(line);
            const picture = grabImage(line);
            for (const [category, value] of [["Feb", 20], ["Mar", 40], ["Apr", 30]])
                verify(drawn(picture, placeOf(line, category), heightOf(line, value), Theme.colors.chart1), category);
            verify(!drawn(picture, placeOf(line, "Feb"), heightOf(line, 40), Theme.colors.chart1), "nothing above");
            compare(placeOf(line, "Feb") > placeOf(line, "Mar"), row.mirrored);
            compare(placeOf(line, "Feb") > labels(line).find(each => each.text === "€ 0").x, !row.mirrored, "the axis is where reading begins");
        }

        function test_columnsStandWhereTheAxisSays() {
            const picture = grabImage(columns);
            for (const [category, value] of [["Feb", 20], ["Mar", 40], ["Apr", 30]]) {
                const x = placeOf(columns, category);
                verify(drawn(picture, x, heightOf(columns, value) + 5, Theme.colors.chart1), category);
                verify(!drawn(picture, x, heightOf(columns, value) - 8, Theme.colors.chart1), "nothing above " + category);
            }
            verify(drawn(picture, placeOf(columns, "Apr"), heightOf(columns, 40), Theme.colors.target), "the target of April");
        }

        function test_barsAreAsLongAsTheirValues() {
            const bar = index => findChild(findChild(bars, "row" + index), "bar");
            const full = bar(0).parent.width;
            compare(bar(0).width, full);
            compare(bar(1).width, full / 2);
            compare(bar(2).width, full / 4);
            const mark = () => findChild(findChild(bars, "row2"), "mark");
            compare(mark().x, full - mark().width, "80 before is the longest there is");
            compare(bar(0).mapToItem(bars, 0, 0).x, 0);
            bars.LayoutMirroring.enabled = true; // which builds the rows anew
            tryVerify(() => bar(1).mapToItem(bars, bar(1).width, 0).x === bars.width);
            compare(mark().x, 0);
        }

        function test_heatIsAsStrongAsItsValues() {
            const level = index => findChild(heat, "cell" + index).level;
            compare([0, 1, 2, 3, 4, 5, 6, 7].map(level), [0, 1, 5, 3, 1, 0, 0, 5]);
            const first = findChild(heat, "cell0");
            const last = findChild(heat, "cell3");
            verify(first.mapToItem(heat, 0, 0).x < last.mapToItem(heat, 0, 0).x);
            heat.LayoutMirroring.enabled = true;
            tryVerify(() => first.mapToItem(heat, 0, 0).x > last.mapToItem(heat, 0, 0).x);
            fuzzyCompare(first.mapToItem(heat, first.width / 2, 0).x, placeOf(heat, "08"), 1);
        }

        // With more contrast a cell also grows, so that its level can be told without colours.
        function test_heatWithoutColours() {
            const inner = findChild(heat, "cell1").children[1];
            compare(inner.width, inner.parent.width);
            Theme.highContrast = true;
            compare(inner.width, inner.parent.width / 5);
            Theme.highContrast = false;
        }

        function test_deltaBuildsNothing() {
            const parts = [findChild(line, "line0"), findChild(columns, "columns0"), findChild(bars, "row0"), findChild(heat, "cell2"), line.children[0]];
            const before = [line, columns, bars, heat].map(countOf);
            for (let i = 0; i < 100; ++i) {
                revenue.values = [[i % 40, i % 30, 40, 30, i % 7], [10, 20, 30, 40, 40]];
                stages.values = [[80, i % 80, 20], [60, 20, 80]];
                hours.values = [[i % 10, 1, 10, 5], [2, 0, 0, 10]];
            }
            compare([findChild(line, "line0"), findChild(columns, "columns0"), findChild(bars, "row0"), findChild(heat, "cell2"), line.children[0]], parts);
            compare([line, columns, bars, heat].map(countOf), before);
            const picture = grabImage(line);
            verify(drawn(picture, placeOf(line, "Feb"), heightOf(line, 99 % 30), Theme.colors.chart1), "the newest value is drawn");
        }

        function countOf(item) {
            let count = 1;
            for (let i = 0; i < item.children.length; ++i)
                count += countOf(item.children[i]);
            return count;
        }

        function test_readByKeys_data() {
            return [{ tag: "left to right", mirrored: false, on: Qt.Key_Right, back: Qt.Key_Left }, { tag: "right to left", mirrored: true, on: Qt.Key_Left, back: Qt.Key_Right }];
        }

        function test_readByKeys(row) {
            for (const chart of [line, columns, heat]) {
                chart.LayoutMirroring.enabled = row.mirrored;
                chart.forceActiveFocus(Qt.TabFocusReason);
                verify(chart.activeFocus);
                keyClick(row.on);
                keyClick(row.on);
                compare(chart.cursor.category, 1);
                verify(findChild(chart, "cursor").visible);
                keyClick(row.back);
                compare(chart.cursor.category, 0);
                keyClick(Qt.Key_End);
                compare(chart.cursor.category, chart.figures.count - 1);
                keyClick(Qt.Key_Home);
                compare(chart.cursor.category, 0);
                keyClick(Qt.Key_Escape);
                compare(chart.cursor.category, -1);
            }
        }

        function test_cursorStandsOnTheLine() {
            line.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Right);
            const dot = findChild(line, "dot0");
            fuzzyCompare(dot.mapToItem(line, dot.width / 2, 0).x, placeOf(line, "Feb"), 1);
            fuzzyCompare(dot.mapToItem(line, 0, dot.height / 2).y, heightOf(line, 20), 1);
            compare(line.Accessible.description, "Feb: this year € 20, target € 20");
            revenue.values = [[0, 25, 40, 30, null], [10, 20, 30, 40, 40]];
            compare(line.Accessible.description, "Feb: this year € 25, target € 20");
            fuzzyCompare(dot.mapToItem(line, 0, dot.height / 2).y, heightOf(line, 25), 1);
            keyClick(Qt.Key_End);
            verify(!findChild(line, "dot0").visible, "nobody knows May");
            tile.forceActiveFocus();
            compare(line.cursor.category, -1, "the cursor goes with the focus");
        }

        function test_readByMouse() {
            mouseMove(line, placeOf(line, "Mar") + 4, 100);
            compare(line.cursor.heading, "Mar");
            mouseMove(root, 1190, 890);
            compare(line.cursor.category, -1);
            mouseClick(line, placeOf(line, "Apr"), 100);
            compare(linePicked.count, 1);
            compare(Array.from(linePicked.signalArguments[0]), [-1, 3]);
            const cell = findChild(heat, "cell7");
            mouseClick(cell);
            compare(Array.from(heatPicked.signalArguments[0]), [1, 3]);
            mouseClick(findChild(bars, "row1"));
            compare(Array.from(barPicked.signalArguments[0]), [-1, 1]);
        }

        function test_pickByKeys() {
            bars.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(barPicked.count, 0, "nothing is being read");
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(Array.from(barPicked.signalArguments[0]), [-1, 1]);
            heat.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Space);
            compare(Array.from(heatPicked.signalArguments[0]), [1, 0]);
            compare(heat.Accessible.description, "Tue, 08: 2");
        }

        function test_namesSayWhatIsToBeSeen() {
            compare(bars.Accessible.role, Accessible.Chart);
            compare(bars.Accessible.name, "Funnel: Lead: now 80, before 60; Proposal: now 40, before 20; Won: now 20, before 80");
            compare(heat.Accessible.name, "08: Mon 0, Tue 2; 09: Mon 1, Tue 0; 10: Mon 10, Tue 0; 11: Mon 5, Tue 10");
            verify(line.Accessible.name.startsWith("Revenue: "));
            hours.values = [[0, 0, 0, 7], [2, 0, 0, 10], [1, 1, 1, 1], [1, 1, 1, 42]];
            hours.names = ["Mon", "Tue", "Wed", "Thu"];
            compare(heat.Accessible.name, "highest 42 (Thu, 11), lowest 0 (Mon, 08)");
        }

        function test_tableEqualsChart() {
            frame.asTable = true;
            waitForRendering(frame);
            for (let row = 0; row < revenue.count; ++row) {
                line.cursor.read(0, row);
                const shown = findChild(frame, "row" + row);
                compare(shown.category, line.cursor.heading);
                compare([0, 1].map(cell => findChild(shown, "cell" + cell).text), Array.from(line.cursor.texts));
                compare(shown.Accessible.name, line.cursor.spoken);
            }
            const row = findChild(frame, "row0");
            revenue.values = [[7, 20, 40, 30, null], [10, 20, 30, 40, 40]];
            compare(findChild(row, "cell0").text, "€ 7", "the row stays and has the new value");
        }

        function test_tableByKeys() {
            const chart = findChild(frame, "chart");
            chart.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_T);
            verify(frame.asTable);
            compare(frame.chart, null, "only what is shown is there");
            const rows = findChild(frame, "rows");
            verify(rows.activeFocus, "the keyboard stays in what is shown");
            compare(rows.Accessible.name, "Revenue, as a table");
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(Array.from(framePicked.signalArguments[0]), [-1, 1]);
            keyClick(Qt.Key_T);
            verify(frame.chart.activeFocus);
            mouseClick(findChild(frame, "tableSwitch"));
            verify(frame.asTable);
        }

        function test_onlyWhatIsShownIsThere() {
            verify(frame.chart !== null);
            frame.visible = false;
            compare(frame.chart, null);
            frame.visible = true;
            verify(frame.chart !== null);
            revenue.values = [];
            compare(frame.chart, null);
            compare(findChild(frame, "empty").title, "Nothing in this period");
            frame.loading = true;
            verify(findChild(frame, "empty").busy);
            frame.offline = true;
            compare(findChild(frame, "empty").title, "Offline");
            verify(!findChild(frame, "empty").busy, "nothing is on its way");
            frame.loading = false;
            frame.offline = false;
            frame.problem = "The disk is full.";
            compare(findChild(frame, "empty").text, "The disk is full.");
            findChild(frame, "empty").triggered();
            compare(retried.count, 1);
        }

        function test_menu() {
            const more = findChild(frame, "more");
            for (let downs = 2; downs <= 3; ++downs) {
                more.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Space);
                tryVerify(() => findChild(more, "menu")?.opened ?? false);
                for (let i = 0; i < downs; ++i)
                    keyClick(Qt.Key_Down);
                keyClick(Qt.Key_Return);
                tryVerify(() => findChild(more, "menu") === null, 5000, "the menu is gone again");
            }
            compare(csvAsked.count, 1);
            compare(pictureAsked.count, 1);
        }

        function test_tileSaysWhatBecameOfIt_data() {
            return [
                { tag: "less is better", direction: "down", upIs: "bad", verdict: "better", ink: "ok", words: "down 8 vs last week, better" },
                { tag: "more is worse", direction: "up", upIs: "bad", verdict: "worse", ink: "error", words: "up 8 vs last week, worse" },
                { tag: "more is better", direction: "up", upIs: "good", verdict: "better", ink: "ok", words: "up 8 vs last week, better" },
                { tag: "neither", direction: "up", upIs: "neutral", verdict: "", ink: "text2", words: "up 8 vs last week" },
                { tag: "as before", direction: "same", upIs: "good", verdict: "", ink: "text2", words: "unchanged vs last week" },
                { tag: "nothing to compare with", direction: "", upIs: "good", verdict: "", ink: "text2", words: "" }
            ];
        }

        function test_tileSaysWhatBecameOfIt(row) {
            tile.direction = row.direction;
            tile.upIs = row.upIs;
            compare(tile.verdict, row.verdict);
            compare(tile.tone, Theme.colors[row.ink]);
            compare(tile.Accessible.name, "Open conversations: 37");
            compare(tile.Accessible.description, row.words);
            const arrow = findChild(tile, "arrow");
            compare(arrow.visible, row.direction === "up" || row.direction === "down");
            compare(arrow.rotation, row.direction === "down" ? 180 : 0);
        }

        function test_tileWithAlarmAndAge() {
            tile.direction = "";
            tile.alarm = "above 30";
            tile.age = "as of 3 m ago";
            compare(tile.Accessible.description, "Alarm: above 30, as of 3 m ago");
            verify(findChild(tile, "alarm").visible && findChild(tile, "age").visible);
            compare(tile.border.color, Theme.colors.error);
            tile.alarm = "";
            tile.age = "";
            verify(!findChild(tile, "alarm").visible && !findChild(tile, "age").visible);
        }

        function test_tileOpensItsRows() {
            mouseClick(tile);
            tile.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(opened.count, 3);
            compare(tile.Accessible.role, Accessible.Button);
            bars.forceActiveFocus();
            tile.picks = false;
            compare(tile.Accessible.role, Accessible.StaticText);
            verify(!tile.activeFocusOnTab);
            tile.picks = true;
        }

        function test_sparkline() {
            verify(spark.visible);
            spark.values = [1];
            verify(!spark.visible, "one value has no course");
            spark.values = [3, 1, 2];
            verify(spark.visible);
        }

        function test_motionStopsWhenAskedTo() {
            const row = findChild(bars, "row1");
            stages.values = [[80, 80, 20], [60, 20, 80]];
            compare(row.share, 1, "at once");
            Theme.reducedMotion = false;
            stages.values = [[80, 40, 20], [60, 20, 80]];
            verify(row.share > 0.5, "on its way");
            tryCompare(row, "share", 0.5);
        }
    }
}

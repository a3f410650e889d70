// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Connection
import Frontdesk.Models
import Frontdesk.Theme
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 700
    height: 640

    property ConnectionStatus connection: ConnectionStatus { badgeText: "Connected · 12 ms" }
    property AppController app: AppController { }

    ConnectionBadge {
        id: badge
        connection: root.connection
    }
    ConnectionInspector {
        id: inspector
        width: 440
        y: 40
        connection: root.connection
    }
    ConnectionBanner {
        id: banner
        y: 560
        width: parent.width
        app: root.app
        connection: root.connection
    }
    FlightBand {
        id: band
        width: 400
        flight: root.connection.flight
        visible: false
    }
    LatencyCurve {
        id: curve
        y: 600
        width: 200
        values: []
        times: []
    }

    TestCase {
        name: "Connection"
        when: windowShown

        function init() {
            root.connection.state = ConnectionStatus.Online;
            root.connection.badgeKind = "ok";
        }

        function test_badge_data() {
            return [
                { tag: "ok", text: "Connected · 12 ms", icon: "wifi", ink: Theme.colors.ok },
                { tag: "warn", text: "Reconnecting, attempt 3 · in 4 s · 2 waiting", icon: "clock", ink: Theme.colors.warn },
                { tag: "error", text: "Offline · 2 waiting", icon: "wifi-off", ink: Theme.colors.error }
            ];
        }

        function test_badge(row) {
            root.connection.badgeKind = row.tag;
            root.connection.badgeText = row.text;
            compare(badge.iconName, row.icon);
            compare(badge.ink, row.ink);
            compare(badge.Accessible.name, "Connection: " + row.text);
        }

        function test_reconnectNow() {
            root.connection.state = ConnectionStatus.Waiting;
            inspector.open();
            tryVerify(() => inspector.opened);
            const button = findChild(inspector.contentItem, "reconnect");
            verify(button.visible);
            mouseClick(button);
            compare(root.connection.reconnectsAsked, 1);
            root.connection.state = ConnectionStatus.Online;
            mouseClick(button);
            compare(root.connection.reconnectsAsked, 2, "a line that only looks alive can be left by hand");
            keyClick(Qt.Key_Escape);
            tryVerify(() => !inspector.visible);
        }

        function test_goOffline() {
            inspector.open();
            tryVerify(() => inspector.opened);
            mouseClick(findChild(inspector.contentItem, "goOffline"));
            compare(root.connection.state, ConnectionStatus.Offline);
            inspector.close();
        }

        function test_nowTellsWhatIsKnown() {
            const told = {
                "Server": "https://desk.acme.example", "Transport": "WebSocket", "Heartbeat": "12:00:25, every 25 s",
                "Data": "1.2 MB received, 980 bytes sent", "Clock": "This computer is 2 s ahead", "Last problem": "The connection broke"
            };
            root.connection.server = told["Server"];
            root.connection.transport = told["Transport"];
            root.connection.heartbeat = told["Heartbeat"];
            root.connection.traffic = told["Data"];
            root.connection.clockSkew = told["Clock"];
            root.connection.lastError = told["Last problem"];
            root.connection.reconnects = 3;
            root.connection.latencySummary = "p50 12 ms · p99 80 ms";
            root.connection.history.values = Samples.history;
            inspector.open();
            tryVerify(() => inspector.opened);
            const names = [];
            const collect = item => {
                if (item.visible && item.Accessible && item.Accessible.name)
                    names.push(item.Accessible.name);
                if (item.visible && item.text)
                    names.push(item.text);
                for (const child of Array.from(item.children))
                    collect(child);
            };
            collect(inspector.contentItem);
            for (const [name, value] of Object.entries(told))
                verify(names.includes(name + ": " + value), name);
            verify(names.includes("Reconnects: 3"));
            verify(names.includes("p50 12 ms · p99 80 ms"));
            for (const entry of Samples.history)
                verify(names.some(said => said.includes(entry.text)), entry.text);
            root.connection.lastError = "";
            root.connection.history.values = [];
            inspector.close();
            tryVerify(() => !inspector.visible);
        }

        function test_testGoesItsWay() {
            root.connection.test.values = Samples.testSteps(-1, "");
            inspector.open();
            tryVerify(() => inspector.opened);
            mouseClick(findChild(inspector.contentItem, "test"));
            compare(inspector.part, "test");
            compare(root.connection.test.starts, 1);
            const action = findChild(inspector.contentItem, "testAction");
            compare(action.text, "Cancel");
            mouseClick(action);
            verify(!root.connection.test.running);
            compare(action.text, "Test again");

            root.connection.test.values = Samples.testSteps(2, "failed");
            const steps = findChild(inspector.contentItem, "testSteps");
            const named = Array.from(steps.children).filter(row => row.Accessible.role === Accessible.ListItem).map(row => row.Accessible.name);
            compare(named.length, 7);
            compare(named[0], "Finding the server. Passed. 8 ms. 192.0.2.17");
            verify(named[2].startsWith("Encryption. Failed. 31 ms. The certificate"), named[2]);
            verify(named[2].includes("Compare this computer's clock first"), "what to do");
            compare(named[3], "Handshake. Not reached");
            inspector.close();
            tryVerify(() => !inspector.visible);
        }

        function test_partsByKeyboard() {
            inspector.open();
            tryVerify(() => inspector.opened);
            compare(inspector.part, "now");
            const choice = findChild(inspector.contentItem, "now");
            choice.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            compare(inspector.part, "day");
            compare(root.connection.flight.refreshes, 1, "read when it is looked at");
            keyClick(Qt.Key_Right);
            compare(inspector.part, "ledger");
            inspector.close();
            tryVerify(() => !inspector.visible);
            inspector.open();
            compare(inspector.part, "now", "opens on what is now");
            inspector.close();
            tryVerify(() => !inspector.visible);
        }

        function test_bandTellsByHeightToo() {
            const heights = ["online", "trying", "offline", "unknown"].map(kind => band.heightOf(kind));
            for (let i = 1; i < heights.length; ++i)
                verify(heights[i] < heights[i - 1]);
            root.connection.flight.summary = "Online 3 h of 4 h, lost 2 times";
            compare(band.Accessible.name, "The last 24 hours: Online 3 h of 4 h, lost 2 times");
        }

        function test_bannerForACertificate() {
            verify(!banner.visible);
            root.connection.certificateProblem = "The certificate has run out.";
            verify(banner.visible);
            verify(banner.Accessible.name.startsWith("The certificate has run out."));
            const show = findChild(banner, "showCertificate");
            verify(!show.visible, "there are no facts to show");
            root.connection.certificate = "Issued to: desk.acme.example";
            mouseClick(show);
            const dialog = findChild(banner, "certificateDialog");
            tryVerify(() => dialog.opened);
            dialog.close();
            tryVerify(() => !dialog.visible);
            root.connection.certificateProblem = "";
            root.connection.certificate = "";
            verify(!banner.visible);
        }

        function test_bannerOnlyWhereAPersonIsNeeded() {
            verify(!banner.visible);
            root.connection.state = ConnectionStatus.Waiting;
            verify(!banner.visible);
            root.connection.state = ConnectionStatus.Incompatible;
            verify(banner.visible);
        }

        function test_signInAgain() {
            root.connection.state = ConnectionStatus.SignInNeeded;
            verify(banner.visible);
            const password = findChild(banner, "password");
            password.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(root.app.calls.length, 0, "not without a password");
            for (const letter of "secret")
                keyClick(letter);
            keyClick(Qt.Key_Return);
            compare(root.app.calls, [["signInAgain", "secret"]]);
            compare(password.text, "", "a password stays nowhere");
        }

        function test_curve() {
            compare(curve.points.length, 0);
            curve.times = [1000, 2000, 4000];
            curve.values = [10, 20, 400];
            compare(curve.points.length, 3);
            verify(curve.points[0].x < curve.points[1].x);
            verify(curve.points[1].x - curve.points[0].x < curve.points[2].x - curve.points[1].x, "by the clock");
            for (const point of curve.points)
                verify(point.y >= 0 && point.y <= curve.height);
            verify(curve.points[2].y < curve.points[0].y, "longer is higher");
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Connection
import Frontdesk.Models
import Frontdesk.Theme

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
            verify(!button.visible, "nothing to reconnect");
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

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Models
import Frontdesk.Welcome

Item {
    id: root

    width: 900
    height: 700

    property AppController app: AppController { problem: "The server does not answer." }

    Component {
        id: welcome
        WelcomePage {
            anchors.fill: parent
            app: root.app
        }
    }
    FailedPage {
        id: failed
        z: 1
        anchors.fill: parent
        app: root.app
        visible: false
    }

    TestCase {
        name: "Welcome"
        when: windowShown

        property WelcomePage page: null

        function init() {
            root.app.calls = [];
            page = createTemporaryObject(welcome, root);
            failed.visible = false;
        }

        function write(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function test_lookAround() {
            mouseClick(findChild(page, "lookAround"));
            compare(root.app.calls, [["lookAround", null]]);
        }

        function test_thisComputer() {
            mouseClick(findChild(page, "thisComputer"));
            compare(page.way, "here");
            keyClick(Qt.Key_Return);
            compare(root.app.calls.length, 0, "not without a name");
            write("Lena");
            keyClick(Qt.Key_Return);
            compare(root.app.calls, [["openThisComputer", "Lena"]]);
        }

        function test_joinByKeysAlone() {
            findChild(page, "joinTeam").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(page.way, "join");
            write("https://desk.example.org");
            keyClick(Qt.Key_Return);
            write("lena");
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Return);
            compare(root.app.calls.length, 0, "not without a password");
            write("secret");
            keyClick(Qt.Key_Return);
            compare(root.app.calls, [["joinTeam", ["https://desk.example.org", "lena", "secret"]]]);
        }

        // The program shows other pages while it opens something and when that fails.
        function test_afterAFailureOnlyThePasswordIsAskedForAgain() {
            page.way = "join";
            for (const entry of ["https://desk.example.org", "lena", "wrong"]) {
                write(entry);
                keyClick(Qt.Key_Return);
            }
            page.visible = false;
            failed.visible = true;
            mouseClick(findChild(failed, "back"));
            failed.visible = false;
            page.visible = true;
            root.app.calls = [];
            keyClick(Qt.Key_Return);
            compare(root.app.calls.length, 0, "not with the same again");
            write("secret");
            keyClick(Qt.Key_Return);
            compare(root.app.calls, [["joinTeam", ["https://desk.example.org", "lena", "secret"]]]);
        }

        function test_escapeGoesBack() {
            page.way = "join";
            keyClick(Qt.Key_Escape);
            compare(page.way, "");
        }

        function test_failureHasTwoWaysOn() {
            failed.visible = true;
            mouseClick(findChild(failed, "again"));
            mouseClick(findChild(failed, "back"));
            compare(root.app.calls, [["tryAgain", null], ["backToWelcome", null]]);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Conversations
import Frontdesk.Models

Item {
    id: root

    width: 600
    height: 500

    property ConversationPage maya: ConversationPage { title: "Maya Okafor" }

    Composer {
        id: composer
        width: parent.width
        page: root.maya
        maximumTextHeight: 120
    }
    SignalSpy { id: sent; target: composer; signalName: "sent" }

    TestCase {
        name: "Composer"
        when: windowShown

        function init() {
            root.maya.draft = "";
            root.maya.calls = [];
            root.maya.sendProblem = "";
            sent.clear();
            composer.takeFocus();
        }

        function calls(name) {
            return root.maya.calls.filter(call => call[0] === name).map(call => call[1]);
        }

        function write(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function test_enterSends() {
            write("hello");
            compare(root.maya.draft, "hello");
            keyClick(Qt.Key_Return);
            compare(calls("send"), ["hello"]);
            compare(root.maya.draft, "");
            compare(sent.count, 1);
        }

        function test_shiftEnterBreaksTheLine() {
            write("a");
            keyClick(Qt.Key_Return, Qt.ShiftModifier);
            write("b");
            compare(root.maya.draft, "a\nb");
            compare(calls("send"), []);
        }

        function test_nothingIsSentWhenThereIsNothing() {
            keyClick(Qt.Key_Return);
            write(" ");
            keyClick(Qt.Key_Return);
            compare(calls("send"), []);
            compare(root.maya.draft, " ", "and Enter put no line break in");
        }

        function test_whatCannotBeSentStays() {
            write("too long");
            root.maya.sendProblem = "5 characters too many";
            keyClick(Qt.Key_Return);
            compare(calls("send"), []);
            compare(root.maya.draft, "too long");
        }

        function test_draftComesBack() {
            root.maya.draft = "begun yesterday";
            write("!");
            compare(root.maya.draft, "begun yesterday!", "and one goes on at its end");
        }

        function test_typingIsTold() {
            write("ab");
            compare(calls("typed").length, 2);
            keyClick(Qt.Key_Backspace);
            keyClick(Qt.Key_Backspace);
            compare(calls("typed").length, 3, "an emptied composer is no typing");
        }

        function test_draftFromElsewhereIsNoTyping() {
            root.maya.draft = "put there by Edit";
            compare(calls("typed").length, 0);
        }

        function test_growsUpToItsLimit() {
            const one = composer.implicitHeight;
            root.maya.draft = "1\n2\n3";
            tryVerify(() => composer.implicitHeight > one);
            root.maya.draft = "line\n".repeat(50);
            tryVerify(() => composer.implicitHeight > one);
            verify(composer.implicitHeight < 200);
        }
    }
}

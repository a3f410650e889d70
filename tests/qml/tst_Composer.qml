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

    Item {
        id: before
        activeFocusOnTab: true
    }
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
            root.maya.composer.text = "";
            root.maya.composer.calls = [];
            root.maya.composer.problem = "";
            root.maya.composer.editing = false;
            root.maya.composer.previous = "";
            sent.clear();
            composer.takeFocus();
            tryVerify(() => composer.implicitHeight < 100); // laid out anew after the test before
        }

        function calls(name) {
            return root.maya.composer.calls.filter(call => call[0] === name).map(call => call[1]);
        }

        function write(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function test_enterSends() {
            write("hello");
            compare(root.maya.composer.text, "hello");
            keyClick(Qt.Key_Return);
            compare(calls("send"), ["hello"]);
            compare(root.maya.composer.text, "");
            compare(sent.count, 1);
        }

        function test_shiftEnterBreaksTheLine() {
            write("a");
            keyClick(Qt.Key_Return, Qt.ShiftModifier);
            write("b");
            compare(root.maya.composer.text, "a\nb");
            compare(calls("send"), []);
        }

        function test_nothingIsSentWhenThereIsNothing() {
            keyClick(Qt.Key_Return);
            write(" ");
            keyClick(Qt.Key_Return);
            compare(calls("send"), []);
            compare(root.maya.composer.text, " ", "and Enter put no line break in");
        }

        function test_whatCannotBeSentStays() {
            write("too long");
            root.maya.composer.problem = "5 characters too many";
            keyClick(Qt.Key_Return);
            compare(calls("send"), []);
            compare(root.maya.composer.text, "too long");
        }

        function test_draftComesBack() {
            root.maya.composer.text = "begun yesterday";
            write("!");
            compare(root.maya.composer.text, "begun yesterday!", "and one goes on at its end");
        }

        function test_typingIsTold() {
            write("ab");
            compare(calls("typed").length, 2);
            keyClick(Qt.Key_Backspace);
            keyClick(Qt.Key_Backspace);
            compare(calls("typed").length, 3, "an emptied composer is no typing");
        }

        function test_draftFromElsewhereIsNoTyping() {
            root.maya.composer.text = "put there by Edit";
            compare(calls("typed").length, 0);
        }

        function test_upEditsTheLastOwnMessage() {
            const bar = findChild(composer, "editing");
            verify(!bar.visible);
            keyClick(Qt.Key_Up);
            verify(!bar.visible, "there is none");
            root.maya.composer.previous = "helo";
            keyClick(Qt.Key_Up);
            verify(bar.visible);
            compare(root.maya.composer.text, "helo");
            keyClick(Qt.Key_Backspace);
            write("lo");
            keyClick(Qt.Key_Return);
            compare(calls("send"), ["hello"]);
            compare(sent.count, 0, "nothing new to jump to");
            verify(!bar.visible);
        }

        function test_escapeLeavesTheMessageAsItWas() {
            root.maya.composer.previous = "hello";
            keyClick(Qt.Key_Up);
            write("!");
            keyClick(Qt.Key_Escape);
            verify(!root.maya.composer.editing);
            compare(calls("send"), []);
            keyClick(Qt.Key_Up);
            waitForRendering(composer);
            mouseClick(findChild(composer, "cancelEditing"));
            verify(!root.maya.composer.editing);
            write("on");
            compare(root.maya.composer.text, "on", "the focus is where one writes");
        }

        function test_upMovesInAText() {
            root.maya.composer.previous = "hello";
            write("a");
            keyClick(Qt.Key_Up);
            verify(!root.maya.composer.editing);
            compare(root.maya.composer.text, "a");
        }

        function test_tabLeavesIt() {
            write("a");
            keyClick(Qt.Key_Tab);
            compare(root.maya.composer.text, "a");
            verify(findChild(composer, "attach").activeFocus);
            composer.takeFocus();
            keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
            compare(root.maya.composer.text, "a");
            verify(before.activeFocus);
        }

        function test_growsUpToItsLimit() {
            const one = composer.implicitHeight;
            root.maya.composer.text = "1\n2\n3";
            tryVerify(() => composer.implicitHeight > one);
            root.maya.composer.text = "line\n".repeat(50);
            tryVerify(() => composer.implicitHeight > one);
            verify(composer.implicitHeight < 200);
        }
    }
}

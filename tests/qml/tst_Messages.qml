// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Conversations
import Frontdesk.Theme

Item {
    id: root

    width: 700
    height: 400

    MessageRow {
        id: row
        width: parent.width
        messageId: "m1"
        authorName: "Maya Okafor"
        initials: "MO"
        avatarKey: "maya"
        text: "Hello"
        own: true
        timeText: "09:41"
        fullTimeText: "20 November 2026, 09:41:12"
        dayText: ""
        startsGroup: true
        endsGroup: true
        delivery: "sent"
        refusal: ""
        firstUnread: false
        revealed: false
        edited: false
        editedTime: ""
        editRefused: ""
        editText: ""
        files: []
    }
    DeliveryMark { id: mark; delivery: "" }

    SignalSpy { id: retried; target: row; signalName: "retried" }
    SignalSpy { id: edited; target: row; signalName: "editAsked" }
    SignalSpy { id: discarded; target: row; signalName: "discarded" }

    TestCase {
        name: "Messages"
        when: windowShown

        function init() {
            row.own = true;
            row.text = "Hello";
            row.delivery = "sent";
            row.refusal = "";
            row.dayText = "";
            row.firstUnread = false;
            row.showsNames = true;
            row.edited = false;
            row.editRefused = "";
            mouseMove(root, root.width - 1, root.height - 1); // else the bubble's hint comes over what lies below it
        }

        function test_delivery_data() {
            return [
                { tag: "queued", icon: "clock", words: "Waiting to be sent", color: mark.ink },
                { tag: "sending", icon: "send-horizontal", words: "Being sent", color: mark.ink },
                { tag: "sent", icon: "check", words: "Sent", color: mark.ink },
                { tag: "delivered", icon: "check-check", words: "Delivered", color: mark.ink },
                { tag: "read", icon: "check-check", words: "Read", color: Theme.colors.accent },
                { tag: "refused", icon: "circle-alert", words: "Not sent", color: Theme.colors.error }
            ];
        }

        function test_delivery(data) {
            mark.delivery = data.tag;
            verify(mark.visible);
            compare(mark.name, data.icon);
            compare(mark.text, data.words);
            compare(mark.color, data.color);
            row.delivery = data.tag;
            verify(row.Accessible.name.includes(data.words), row.Accessible.name);
        }

        function test_noDeliveryForOthers() {
            mark.delivery = "";
            verify(!mark.visible);
        }

        function test_refusedOffersThreeWays() {
            verify(!findChild(row, "discard"));
            row.delivery = "refused";
            row.refusal = "You are no longer a member.";
            verify(findChild(row, "discard").visible);
            waitForRendering(row);
            verify(row.Accessible.name.includes("You are no longer a member."));
            for (const [name, spy] of [["retry", retried], ["edit", edited], ["discard", discarded]]) {
                spy.clear();
                mouseClick(findChild(row, name));
                compare(spy.count, 1, name);
            }
        }

        function test_editedIsSaid() {
            const mark = findChild(row, "edited");
            verify(!mark.visible);
            row.edited = true;
            verify(mark.visible);
            compare(mark.text, "(edited)");
            verify(row.Accessible.name.includes("Hello (edited)"), row.Accessible.name);
            const bubble = findChild(row, "bubble");
            verify(bubble.x + bubble.width <= row.width);
        }

        function test_refusedEditSaysWhatWasWanted() {
            row.editText = "Hello there";
            row.editRefused = "You are no longer a member.";
            const discard = findChild(row, "discard");
            verify(discard.visible);
            verify(row.Accessible.name.includes("“Hello there” was not taken: You are no longer a member."), row.Accessible.name);
            waitForRendering(row);
            for (const [name, spy] of [["retry", retried], ["edit", edited], ["discard", discarded]]) {
                spy.clear();
                mouseClick(findChild(row, name));
                compare(spy.count, 1, name);
            }
        }

        function test_editActionBesideOwnMessages() {
            const action = () => findChild(row, "editAction");
            verify(!action());
            mouseMove(row, 5, 5);
            const bubble = findChild(row, "bubble");
            mouseMove(bubble, 5, 5);
            tryVerify(() => action()?.visible);
            edited.clear();
            mouseClick(action());
            compare(edited.count, 1);
            row.own = false;
            tryVerify(() => !action());
        }

        function test_menuClosesWhenAnotherMessageTakesTheRow() {
            const before = row.messageId;
            mouseClick(findChild(row, "bubble"), 5, 5, Qt.RightButton);
            tryVerify(() => row.opened?.opened);
            row.messageId = "another";
            tryVerify(() => !row.opened);
            row.messageId = before;
        }

        function test_markupOfOthersIsText() {
            row.own = false;
            row.text = "<b>bold</b> <img src='http://192.0.2.1/x.png'>";
            const words = findChild(row, "words");
            compare(words.textFormat, Text.PlainText);
            compare(words.text, row.text);
        }

        function test_bubbleFitsItsText() {
            const bubble = findChild(row, "bubble");
            row.text = "Hi";
            tryVerify(() => bubble.width < 160);
            const one = bubble.height;
            row.text = "A text that is much longer than a line can be in a window of this width, so that it has to go on in another line.";
            tryVerify(() => bubble.height > one);
            verify(bubble.width <= bubble.maximumWidth);
            verify(bubble.x + bubble.width <= row.width);
            // Whatever the width, no text stands outside.
            for (let width = 700; width > 260; width -= 7) {
                row.width = width;
                const words = findChild(row, "words");
                verify(words.x + words.contentWidth <= bubble.width, "at " + width);
                verify(words.y + words.height <= bubble.height, "at " + width);
            }
            row.width = root.width;
        }

        function test_ownAtTheEndOthersAtTheStart() {
            const bubble = findChild(row, "bubble");
            compare(bubble.x + bubble.width, row.width);
            row.own = false;
            compare(bubble.x, row.indent);
        }

        function test_nameOnlyWhereSeveralWrite() {
            const bubble = findChild(row, "bubble");
            row.own = false;
            compare(bubble.authorName, "Maya Okafor");
            row.showsNames = false;
            compare(bubble.authorName, "");
        }

        function test_dayAndNewLine() {
            const plain = row.height;
            row.dayText = "Today";
            tryVerify(() => row.height > plain);
            const withDay = row.height;
            row.firstUnread = true;
            tryVerify(() => row.height > withDay);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk
import Frontdesk.Conversations
import Frontdesk.Models
import Frontdesk.Records
import "../gallery"
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 500
    height: 900

    property SampleApp app: SampleApp { }
    property ConflictListModel conflicts: ConflictListModel { }
    property RefusedChangesModel refused: RefusedChangesModel { }

    ConflictList {
        id: list
        width: parent.width
        conflicts: root.conflicts
    }
    LabelsPart {
        id: labels
        y: 450
        width: 300
        page: root.app.group
    }
    RefusedChanges {
        id: changes
        y: 600
        width: parent.width
        changes: root.refused
    }
    RenameDialog {
        id: rename
        page: root.app.group
    }

    TestCase {
        name: "Records"
        when: windowShown

        function init() {
            root.conflicts.values = Samples.conflicts;
            root.conflicts.calls = [];
            root.refused.values = Samples.refusedChanges;
            root.refused.calls = [];
            waitForRendering(root);
        }

        function button(side) {
            const found = [];
            const look = item => {
                if (item.choice !== undefined && item.objectName === side)
                    found.push(item);
                for (let i = 0; i < item.children.length; ++i)
                    look(item.children[i]);
            };
            look(list);
            return found[0];
        }

        function test_bothValuesWithWhoAndWhen() {
            compare(button("kept").value, "Refunds EU");
            compare(button("kept").origin, "Jonas Weber, Today 09:02");
            compare(button("kept").choice, "Keep theirs");
            compare(button("wanted").value, "Refunds Europe");
            compare(button("wanted").choice, "Take mine");
            root.conflicts.values = [];
            verify(!list.visible);
        }

        function test_chooseOneOrAThird() {
            button("kept").chosen();
            button("wanted").chosen();
            const field = findChild(list, "other");
            const set = findChild(list, "set");
            verify(!set.enabled);
            mouseClick(field);
            for (const letter of "Both")
                keyClick(letter);
            keyClick(Qt.Key_Return);
            compare(root.conflicts.calls, [["keep", "c1"], ["take", "c1"], ["decide", "c1", "Both"]]);
        }

        function test_besideEachOtherWhereThereIsRoom() {
            tryVerify(() => button("wanted").x > button("kept").x);
            list.width = 300;
            tryVerify(() => button("wanted").y > button("kept").y);
            list.width = root.width;
        }

        function test_labelsByKeyboard() {
            const field = findChild(labels, "label");
            field.forceActiveFocus();
            for (const letter of "new")
                keyClick(letter);
            keyClick(Qt.Key_Return);
            compare(Array.from(root.app.group.labels), ["EU", "refunds", "urgent", "new"]);
            compare(field.text, "");
            const cross = findChild(labels, "removeLabel");
            cross.forceActiveFocus();
            keyClick(Qt.Key_Delete);
            compare(Array.from(root.app.group.labels), ["refunds", "urgent", "new"]);
            verify(field.activeFocus, "the focus does not go with the label");
            verify(!findChild(labels, "addLabel").enabled, "no empty label");
        }

        function test_refusedChangesOfferThreeWays() {
            const row = changes.children[0];
            findChild(row, "retry").clicked();
            findChild(row, "edit").clicked();
            const field = findChild(row, "value");
            tryVerify(() => field.activeFocus);
            compare(field.text, "Refunds");
            keyClick("X");
            keyClick(Qt.Key_Return);
            findChild(row, "discard").clicked();
            compare(root.refused.calls, [["retry", "r1"], ["replace", "r1", "X"], ["discard", "r1"]]);
            verify(!findChild(changes.children[1], "edit").visible, "a message cannot be changed here");
        }

        function test_renamingPassesOnWhatWasShown() {
            const page = root.app.group;
            page.version = 7;
            rename.ask();
            tryVerify(() => rename.opened);
            page.title = "Renamed by somebody else";
            page.version = 8;
            for (const letter of "Mine")
                keyClick(letter);
            rename.confirm();
            compare(page.calls[page.calls.length - 1], ["rename", ["Mine", 7, "Refunds EU"]]);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
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
    property NoticeListModel noticeList: NoticeListModel { }

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
    Notices {
        id: notices
        y: 760
        width: parent.width
        notices: root.noticeList
    }
    FilterRow {
        id: condition
        y: 850
        width: 400
        index: 0
        field: "name"
        display: "Name"
        test: "is"
        testText: "is"
        input: "text"
        text: "Maya"
        shown: ""
        refersTo: ""
        needsValue: true
        problem: ""
        filters: FilterListModel { }
    }
    NoteField {
        id: note
        y: 700
        width: 400
        crm: root.app.workspace.crm
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

        function refusedRow(index) {
            const column = Array.from(changes.contentItem.children).find(item => item instanceof Column);
            return column.children[index];
        }

        function test_refusedChangesOfferThreeWays() {
            const row = refusedRow(0);
            findChild(row, "retry").clicked();
            findChild(row, "edit").clicked();
            const field = findChild(row, "value");
            tryVerify(() => field.activeFocus);
            compare(field.text, "Refunds");
            keyClick("X");
            keyClick(Qt.Key_Return);
            findChild(row, "discard").clicked();
            compare(root.refused.calls, [["retry", "r1"], ["replace", "r1", "X"], ["discard", "r1"]]);
            verify(!findChild(refusedRow(1), "edit").visible, "a message cannot be changed here");
        }

        function test_manyOfThemLeaveRoomForThePages_data() {
            return [{ tag: "refused changes", list: changes, model: root.refused }, { tag: "notices", list: notices, model: root.noticeList }];
        }

        function test_manyOfThemLeaveRoomForThePages(row) {
            const made = (_, place) => Object.assign({}, Samples.refusedChanges[0], { changeId: "r" + place, noticeId: place, record: "" });
            row.model.values = [made(null, 0)];
            tryVerify(() => row.list.height > 40 && row.list.height === row.list.contentHeight);
            row.model.values = Array.from({ length: 40 }, made);
            tryVerify(() => row.list.contentHeight > 40 * 40);
            compare(row.list.height, root.Window.height / 3);
            compare(row.list.contentY, 0);
            let last = null;
            const look = item => {
                if (item instanceof T.AbstractButton && item.visible)
                    last = item;
                for (let i = 0; i < item.children.length; ++i)
                    look(item.children[i]);
            };
            look(row.list.contentItem);
            last.forceActiveFocus(Qt.TabFocusReason);
            tryVerify(() => row.list.contentY > 0);
            verify(last.mapToItem(row.list, 0, last.height).y <= row.list.height, "what the keyboard comes to is in sight");
            row.model.values = [];
        }

        function test_whatIsComparedStaysWhenTheKeyboardComes() {
            const value = findChild(condition, "value");
            compare(value.text, "Maya");
            condition.text = "Amira";
            compare(value.text, "Amira");
            value.forceActiveFocus();
            compare(value.text, "Amira");
            keyClick("X");
            compare(condition.filters.calls, [["setText", [0, "AmiraX"]]]);
        }

        function test_tabLeavesANote() {
            const text = findChild(note, "note");
            note.take();
            keyClick("a");
            keyClick(Qt.Key_Tab);
            verify(!text.activeFocus);
            compare(note.text, "a");
            note.take();
            keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
            verify(!text.activeFocus);
            compare(note.text, "a");
            root.app.workspace.crm.people.values = root.app.workspace.people.values;
            note.take();
            note.show("");
            keyClick("@");
            keyClick("c");
            tryVerify(() => text.Accessible.description.startsWith("Chen Wei"));
            keyClick(Qt.Key_Tab);
            compare(note.text, "@Chen Wei ", "it takes whom one chooses");
            verify(text.activeFocus);
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

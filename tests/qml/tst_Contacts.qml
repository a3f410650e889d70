// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Frontdesk.Contacts
import Frontdesk.Controls
import Frontdesk.Conversations
import Frontdesk.Models
import Frontdesk.Records
import "../gallery"
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 1440
    height: 900

    property SampleApp app: SampleApp { }
    readonly property Crm crm: app.workspace.crm
    readonly property Item overlay: T.Overlay.overlay
    property RecordPage other: RecordPage { record: "contact:amir"; title: "Amir Kaya"; fields.values: Samples.contactFields }

    ContactsPage {
        id: page
        anchors.fill: parent
        workspace: root.app.workspace
        settings: root.app.settings
    }
    Item {
        id: aside

        visible: false
        width: 320
        height: 900
        z: 1

        Rectangle {
            anchors.fill: parent
        }
        ContactPart {
            id: part
            width: parent.width
            crm: root.crm
            page: root.app.direct
        }
    }
    SignalSpy { id: openedBeside; target: part; signalName: "recordOpened" }

    TestCase {
        name: "Contacts"
        when: windowShown

        function init() {
            root.crm.calls = [];
            root.crm.bulk.calls = [];
            root.crm.views.calls = [];
            root.crm.current = null;
            root.crm.undoText = "";
            root.crm.contacts.selection.clear();
            root.crm.contacts.text = "";
            root.crm.contacts.sortBy = "name";
            root.crm.contacts.descending = false;
            root.crm.contacts.filters.values = [];
            root.crm.contacts.filters.calls = [];
            root.width = 1440;
            root.app.contact.calls = [];
            root.app.contact.conflicts.calls = [];
            page.kind = "contact";
            aside.visible = false;
            tryVerify(() => !root.overlay?.visible, 5000, "what the test before has opened is gone");
            root.Window.window.update(); // so that there is a frame to wait for
            waitForRendering(page);
        }

        function child(name) {
            return findChild(page, name);
        }

        // What popups and dialogs hold is beside the page, in the window's overlay.
        function inOverlay(name) {
            return inWindow(item => item.objectName === name);
        }

        function menuItem(text) {
            return inWindow(item => item.text === text && item.highlighted !== undefined);
        }

        function inWindow(isWanted) {
            const look = item => {
                if (item.visible && isWanted(item))
                    return item;
                for (let i = 0; i < item.children.length; ++i) {
                    const found = look(item.children[i]);
                    if (found)
                        return found;
                }
                return null;
            };
            return look(root.Window.window.contentItem);
        }

        function row(index) {
            return child("rows").itemAtIndex(index);
        }

        // Items of a menu find their places when it is shown.
        function choose(text) {
            tryVerify(() => menuItem(text) !== null);
            root.Window.window.update();
            waitForRendering(menuItem(text));
            press(menuItem(text));
        }

        function press(item, modifiers) {
            mouseClick(item, item.width / 2, item.height / 2, Qt.LeftButton, modifiers ?? Qt.NoModifier);
        }

        function write(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function openMaya() {
            press(row(0));
            tryVerify(() => child("record") !== null);
            waitForRendering(page);
        }

        // What was asked of the record, but for who types where.
        function changes() {
            return root.app.contact.calls.filter(call => call[0] !== "edit" && call[0] !== "endEdit");
        }

        function fieldRow(field) {
            const look = item => {
                if (item.field === field && item.edit !== undefined)
                    return item;
                for (let i = 0; i < item.children.length; ++i) {
                    const found = look(item.children[i]);
                    if (found)
                        return found;
                }
                return null;
            };
            return look(child("record"));
        }

        function test_headingsSort() {
            press(child("heading.status"));
            compare(root.crm.contacts.sortBy, "status");
            verify(!root.crm.contacts.descending);
            child("heading.status").forceActiveFocus();
            keyClick(Qt.Key_Return);
            verify(root.crm.contacts.descending);
            compare(child("heading.status").Accessible.name, "Status, sorted from the last to the first");
            compare(child("heading.status").Accessible.role, Accessible.ColumnHeader);
        }

        function test_typingNarrows() {
            const search = child("search");
            press(search);
            write("maya");
            compare(root.crm.contacts.text, "maya");
            keyClick(Qt.Key_Escape);
            compare(root.crm.contacts.text, "");
        }

        function test_rowOpensItsRecord() {
            press(row(1));
            compare(root.crm.calls, [["open", "contact:tomas"]]);
            compare(row(0).Accessible.name, "Maya Okafor, Okafor Studio, Customer, maya@okafor.example, 09:41, You");
            compare(row(0).Accessible.description, "1 fields with two values");
            row(2).forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(root.crm.calls[1], ["open", "contact:salma"]);
        }

        function test_aFieldIsEditedInItsPlace() {
            openMaya();
            const job = fieldRow("job");
            compare(findChild(job, "value").Accessible.name, "Job: Founder, change");
            root.app.contact.version = 7;
            press(findChild(job, "value"));
            tryVerify(() => findChild(job, "input")?.activeFocus ?? false);
            root.app.contact.version = 8; // somebody else's change meanwhile
            write("Owner");
            keyClick(Qt.Key_Return);
            compare(changes(), [["set", ["job", "Owner", 7, "Founder"]]]);
            tryVerify(() => findChild(job, "value").activeFocus, 1000, "the focus is back where it was");
        }

        function test_whatIsTypedStaysWithItsRecord() {
            openMaya();
            press(findChild(fieldRow("job"), "value"));
            tryVerify(() => findChild(fieldRow("job"), "input")?.activeFocus ?? false);
            write("Owner");
            root.crm.current = root.other; // as from a notification: the keyboard stays where it is
            waitForRendering(page);
            compare(root.other.calls.filter(call => call[0] === "set"), []);
            compare(changes(), [["set", ["job", "Owner", root.app.contact.version, "Founder"]]]);
        }

        // As when a colleague deletes it, or somebody else may see it only.
        function test_whatIsTypedIsKeptWhenItsRecordGoes() {
            openMaya();
            press(findChild(fieldRow("job"), "value"));
            tryVerify(() => findChild(fieldRow("job"), "input")?.activeFocus ?? false);
            write("Owner");
            root.crm.current = null;
            waitForRendering(page);
            compare(changes(), [["set", ["job", "Owner", root.app.contact.version, "Founder"]]]);
        }

        function closeRecord(text) {
            const look = item => item.clicked !== undefined && item.text === text ? item : Array.from(item.children).map(look).find(found => found) ?? null;
            look(child("record")).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(root.crm.current, null);
        }

        function test_theKeyboardIsBackAtTheRows_data() {
            return [{ tag: "beside", width: 1440, close: "Close details" }, { tag: "instead", width: 700, close: "Back to the list" }];
        }

        function test_theKeyboardIsBackAtTheRows(data) {
            root.width = data.width;
            root.Window.window.update(); // it may be as wide already
            waitForRendering(page);
            row(0).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            tryVerify(() => child("record") !== null);
            closeRecord(data.close);
            verify(row(0).visualFocus);
            child("search").forceActiveFocus();
            root.crm.open("contact:maya"); // from elsewhere
            tryVerify(() => child("record") !== null);
            closeRecord(data.close);
            verify(row(0).activeFocus);
        }

        function test_whoGoesElsewhereStaysThere() {
            openMaya();
            press(findChild(fieldRow("job"), "value"));
            tryVerify(() => findChild(fieldRow("job"), "input")?.activeFocus ?? false);
            write("Owner");
            press(child("another"));
            tryVerify(() => !fieldRow("job").editing);
            verify(child("another").activeFocus);
            compare(changes(), [["set", ["job", "Owner", root.app.contact.version, "Founder"]]]);
        }

        function test_anEntryIsKeptForItsRecord() {
            openMaya();
            const calls = () => root.app.contact.calls.filter(call => call[0] === "addEntry");
            press(child("another"));
            write("new@example.org");
            press(child("another")); // it stays as long as the keyboard does
            compare(calls(), []);
            keyClick(Qt.Key_Tab);
            compare(calls(), [["addEntry", [child("another").parent.parent.field, "new@example.org"]]]);
            compare(child("another").text, "");
            press(child("another"));
            write("no");
            keyClick(Qt.Key_Escape);
            compare(child("another").text, "");
            write("second@example.org");
            root.crm.current = root.other;
            waitForRendering(page);
            compare(root.other.calls.filter(call => call[0] === "addEntry"), []);
            compare(calls().length, 2);
            compare(calls()[1][1][1], "second@example.org");
        }

        function test_escapeKeepsWhatWas() {
            openMaya();
            const job = fieldRow("job");
            press(findChild(job, "value"));
            tryVerify(() => findChild(job, "input")?.activeFocus ?? false);
            write("Nobody");
            keyClick(Qt.Key_Escape);
            compare(changes(), []);
            verify(!job.editing);
            compare(job.text, "Founder");
        }

        function test_whatCannotBeKeptStaysInSight() {
            openMaya();
            const job = fieldRow("job");
            press(findChild(job, "value"));
            tryVerify(() => findChild(job, "input")?.activeFocus ?? false);
            write("wrong");
            keyClick(Qt.Key_Return);
            compare(changes(), []);
            verify(job.editing);
            compare(findChild(job, "input").Accessible.description, "This cannot be kept.");
            keyClick(Qt.Key_Escape);
        }

        function test_whatCannotBeKeptIsThereAgainWithItsRecord() {
            openMaya();
            root.app.contact.version = 7;
            press(findChild(fieldRow("job"), "value"));
            tryVerify(() => findChild(fieldRow("job"), "input")?.activeFocus ?? false);
            write("wrong");
            root.crm.current = root.other;
            waitForRendering(page);
            verify(!fieldRow("job").editing, "of another record it says nothing");
            root.app.contact.version = 8;
            root.crm.current = root.app.contact;
            waitForRendering(page);
            const input = findChild(fieldRow("job"), "input");
            compare(input.text, "wrong");
            verify(!input.activeFocus, "the keyboard stays where it is");
            compare(changes(), []);
            press(input);
            keyClick(Qt.Key_A, Qt.ControlModifier);
            write("Owner");
            keyClick(Qt.Key_Return);
            compare(changes(), [["set", ["job", "Owner", 7, "Founder"]]]);
            verify(!root.app.contact.begunFields.holds("job"));
            tryVerify(() => !fieldRow("job").editing);

            root.app.contact.begunFields.type("job", "wrong", 8, "Founder");
            root.app.contact.begunFields.changed(); // from another view
            verify(fieldRow("job").editing);
            root.app.contact.begunFields.drop("job");
            verify(!fieldRow("job").editing);
        }

        function test_aConflictIsDecided() {
            openMaya();
            findChild(child("record"), "wanted").chosen();
            compare(root.app.contact.conflicts.calls, [["take", "phone"]]);
            findChild(child("record"), "kept").chosen();
            compare(root.app.contact.conflicts.calls[1], ["keep", "phone"]);
        }

        function test_rowsAreChosenByMouse() {
            const selection = root.crm.contacts.selection;
            press(row(1), Qt.ControlModifier);
            compare(selection.count, 1);
            press(row(4), Qt.ShiftModifier);
            compare(selection.count, 4);
            press(row(2), Qt.ControlModifier);
            compare(selection.count, 3);
            press(findChild(row(6), "choose"));
            compare(selection.count, 4);
            compare(findChild(row(6), "choose").Accessible.name, "Choose Chen Wei");
            compare(root.crm.calls, [], "choosing opens nothing");
            press(child("chooseAll"));
            verify(selection.all);
            press(child("chooseAll"));
            compare(selection.count, 0);
        }

        function test_rowsAreChosenByKeyboard() {
            const selection = root.crm.contacts.selection;
            row(2).forceActiveFocus();
            keyClick(Qt.Key_Space);
            compare(selection.count, 1);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Space, Qt.ShiftModifier);
            compare(selection.count, 3);
            keyClick(Qt.Key_A, Qt.ControlModifier);
            verify(selection.all);
            compare(root.crm.calls, []);
        }

        function test_theChosenAreChangedTogether() {
            verify(child("count") === null || !child("count").visible);
            root.crm.contacts.selection.toggle(1);
            root.crm.contacts.selection.toggle(3);
            tryCompare(child("count"), "text", "2 chosen");
            waitForRendering(page);
            press(child("bin"));
            compare(root.crm.bulk.calls, [["moveToBin", 2]]);
            press(child("tag"));
            tryVerify(() => inOverlay("tagName")?.activeFocus ?? false);
            verify(!inOverlay("addTag").enabled, "no empty tag");
            write("vip");
            keyClick(Qt.Key_Return);
            compare(root.crm.bulk.calls[1], ["addTag", "vip"]);
            press(child("none"));
            compare(root.crm.contacts.selection.count, 0);
        }

        function test_aDefinedFieldIsSetForTheChosen() {
            root.crm.defined = [{ field: "x:site", label: "Portal", type: "link", required: false }, { field: "x:size", label: "Size", type: "choice", required: true }];
            root.crm.contacts.selection.toggle(1);
            tryVerify(() => child("field").visible);
            waitForRendering(page);
            press(child("field"));
            tryVerify(() => inOverlay("whichField")?.activeFocus ?? false);
            compare(inOverlay("whichField").Accessible.name, "Field: Portal");
            verify(!inOverlay("setField").enabled, "nothing is written yet");
            verify(inOverlay("emptyField").visible);
            keyClick(Qt.Key_Tab);
            write("example.org");
            verify(inOverlay("setField").enabled);
            press(inOverlay("whichField"));
            choose("Size");
            tryVerify(() => findChild(inOverlay("fieldValue"), "choose")?.visible ?? false);
            verify(!inOverlay("setField").enabled, "what was written was for the other field");
            waitForRendering(inOverlay("fieldValue"));
            press(findChild(inOverlay("fieldValue"), "choose"));
            choose("Large");
            tryVerify(() => inOverlay("setField").enabled);
            press(inOverlay("setField"));
            compare(root.crm.bulk.calls, [["set", ["x:size", "Large"]]]);
            tryVerify(() => inOverlay("whichField") === null);
            press(child("field"));
            tryVerify(() => inOverlay("whichField")?.activeFocus ?? false);
            press(inOverlay("emptyField"));
            compare(root.crm.bulk.calls[1], ["set", ["x:site", ""]]);
            root.crm.contacts.selection.clear();
            root.crm.defined = [];
        }

        function test_aRowShowsThePictureOfItsContact() {
            const face = Qt.createQmlObject("import Frontdesk.Models; SharedFile { }", root);
            root.crm.contacts.values = root.crm.contacts.values.map((contact, at) => at === 2 ? Object.assign({}, contact, { picture: face }) : contact);
            compare(findChild(findChild(row(2), "avatar"), "face"), null, "it has not come");
            face.picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
            tryVerify(() => findChild(findChild(row(2), "avatar"), "face")?.visible ?? false);
            compare(findChild(findChild(row(3), "avatar"), "face"), null);
            face.picture = "";
            tryVerify(() => findChild(findChild(row(2), "avatar"), "face") === null, 5000, "it was let go");
        }

        function test_rowsThatStandStillAreSeen() {
            const list = child("rows");
            const values = root.crm.contacts.values;
            const many = [];
            for (let i = 0; i < 60; ++i)
                many.push(values[i % values.length]);
            root.crm.contacts.values = many;
            tryVerify(() => root.crm.contacts.seen[0] === 0 && root.crm.contacts.seen[1] > 5);
            const before = root.crm.contacts.seen;
            verify(before[1] < 40, "only those in sight");
            list.contentY = 44 * 20;
            tryVerify(() => root.crm.contacts.seen[0] === 20);
            page.kind = "company";
            page.kind = "contact";
            tryCompare(list, "contentY", 44 * 20, 5000, "who comes back stands where they stood");
            list.contentY = 0;
            root.crm.contacts.values = values;
        }

        function test_undo() {
            root.crm.undoText = "2 records are in the bin.";
            tryVerify(() => child("undo").visible);
            press(child("undo"));
            compare(root.crm.undoText, "");
        }

        function test_columnsAreMadeWiderAndRemembered() {
            const heading = child("heading.company");
            const before = heading.width;
            const edge = findChild(heading, "edge");
            mousePress(edge, 4, 10);
            mouseMove(edge, 30, 10);
            mouseMove(edge, 44, 10);
            mouseRelease(edge, 44, 10);
            tryVerify(() => child("heading.company").width > before);
            const remembered = root.app.settings.remembered("column.contact.company", 0);
            compare(remembered, child("heading.company").width);
            child("heading.company").forceActiveFocus();
            keyClick(Qt.Key_Left, Qt.AltModifier);
            compare(root.app.settings.remembered("column.contact.company", 0), remembered - 16);
            compare(root.crm.contacts.sortBy, "name", "dragging does not sort");
        }

        function test_columnsAreChosen() {
            root.crm.contacts.showColumn("job", true);
            tryVerify(() => child("heading.job") !== null);
            root.crm.contacts.showColumn("job", false);
            tryVerify(() => child("heading.job") === null);
        }

        function test_viewsAreSavedAndChosen() {
            press(child("chooseView"));
            compare(child("chooseView").Accessible.name, "View: All contacts");
            choose("Customers in the EU (1,204)");
            compare(root.crm.views.calls, [["choose", "segment:eu"]]);
            tryCompare(child("chooseView"), "text", "Customers in the EU");
            root.crm.views.differs = true;
            compare(child("chooseView").text, "Customers in the EU, changed");
            press(child("chooseView"));
            choose("Save the changes");
            compare(root.crm.views.calls[1], ["save", null]);
            press(child("chooseView"));
            choose("Save as a new view");
            tryVerify(() => inWindow(item => item.label === "Name" && item.field !== undefined)?.field.activeFocus ?? false);
            write("Mine");
            keyClick(Qt.Key_Return);
            compare(root.crm.views.calls[2], ["saveAs", "Mine"]);
            root.crm.views.differs = false;
            root.crm.views.choose("");
        }

        function test_conditionsAreWritten() {
            root.crm.contacts.filters.values = Samples.conditions;
            tryCompare(child("conditions"), "text", "3 conditions");
            press(child("conditions"));
            tryVerify(() => inOverlay("value") !== null);
            const value = inOverlay("value");
            compare(value.text, "yesterday");
            compare(value.Accessible.description, "Write a date such as 29/11/2026.");
            value.forceActiveFocus();
            value.selectAll();
            keyClick("1");
            compare(root.crm.contacts.filters.calls, [["setText", [1, "1"]]]);
            press(inOverlay("remove"));
            compare(root.crm.contacts.filters.calls[1], ["removeAt", 0]);
            keyClick(Qt.Key_Escape);
        }

        function test_whoIsThereAlreadyIsSaidWhileTyping() {
            page.create();
            tryVerify(() => inOverlay("name")?.field.activeFocus ?? false);
            inOverlay("emails").field.forceActiveFocus();
            write("m@x.example");
            compare(inOverlay("emails").text, "m@x.example");
            tryVerify(() => inOverlay("candidate") !== null);
            compare(inOverlay("candidate").Accessible.name, "Maya Okafor has the same e-mail address");
            const asked = root.crm.candidates.calls[root.crm.candidates.calls.length - 1];
            compare(asked[0], "contact");
            compare(asked[1].emails, "m@x.example");
            press(inOverlay("openCandidate"));
            compare(root.crm.calls, [["open", "contact:maya"]]);
            tryVerify(() => inOverlay("candidate") === null);
        }

        function test_duplicatesAreMerged() {
            root.crm.sampleMerge.calls = [];
            press(child("duplicates"));
            tryVerify(() => inOverlay("merge") !== null);
            compare(root.crm.duplicates.calls[root.crm.duplicates.calls.length - 1], ["scan", "contact"]);
            press(inOverlay("merge"));
            tryVerify(() => inOverlay("job.1") !== null);
            press(inOverlay("job.1"));
            compare(root.crm.sampleMerge.calls, [["choose", "job", 1]]);
            press(inOverlay("keep.contact:mo"));
            compare(root.crm.sampleMerge.kept, "contact:mo");
            root.crm.sampleMerge.problem = "The disk is full.";
            press(inOverlay("confirm"));
            compare(root.crm.sampleMerge.calls[1], ["merge"]);
            verify(inOverlay("problem").visible, "what was chosen stays, with the reason");
            root.crm.sampleMerge.problem = "";
            press(inOverlay("confirm"));
            tryVerify(() => root.crm.merge === null);
            tryVerify(() => inOverlay("job.1") === null);
            keyClick(Qt.Key_Escape);
            tryVerify(() => inOverlay("groups") === null);
        }

        function test_aConversationShowsItsContact() {
            aside.visible = true;
            const card = findChild(part, "contact");
            compare(card.Accessible.name, "Maya Okafor, Founder · Okafor Studio, Customer");
            press(card);
            compare(openedBeside.signalArguments[0][0], "contact:maya");
            compare(findChild(part, "link").Accessible.name, "Link another contact");
            verify(!findChild(part, "new").visible);
            root.app.direct.contact = null;
            tryVerify(() => findChild(part, "new").visible);
            root.app.direct.calls = [];
            press(findChild(part, "link"));
            tryVerify(() => inOverlay("choices") !== null);
            tryVerify(() => inOverlay("choices").itemAtIndex(1) !== null);
            press(inOverlay("choices").itemAtIndex(1));
            compare(root.app.direct.calls, [["linkContact", "contact:tomas"]]);
            tryVerify(() => inOverlay("choices") === null);
            press(findChild(part, "new"));
            tryVerify(() => inOverlay("name") !== null);
            compare(inOverlay("name").text, root.app.direct.title);
            keyClick(Qt.Key_Escape);
            root.app.direct.contact = root.app.contact;
        }
    }
}

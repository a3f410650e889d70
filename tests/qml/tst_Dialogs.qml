// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Conversations
import Frontdesk.Models
import Frontdesk.Records
import "../gallery"
import "../gallery/samples.mjs" as Samples

// What a dialog does is about what was looked at when it was opened, and what is typed in it stays.
Item {
    id: root

    width: 1000
    height: 900

    property SampleApp app: SampleApp { }
    readonly property Crm crm: app.workspace.crm
    property RecordPage maya: null
    property RecordPage amir: null
    property ConversationPage first: null
    property ConversationPage second: null

    Component {
        id: recordPage
        RecordPage { fields.values: Samples.contactFields }
    }
    Component {
        id: conversationPage
        ConversationPage { }
    }
    Component {
        id: recordDetails
        RecordDetails {
            width: 400
            height: 900
            crm: root.crm
        }
    }
    Component {
        id: contactPart
        ContactPart {
            x: 450
            width: 400
            crm: root.crm
        }
    }
    TableBar {
        id: bar
        x: 450
        y: 600
        crm: root.crm
        records: root.crm.contacts
        allText: "All contacts"
    }

    TestCase {
        id: test
        name: "Dialogs"
        when: windowShown

        property RecordDetails details: null
        property ContactPart part: null

        function init() {
            failOnWarning(/TypeError|is not defined/);
            root.maya = recordPage.createObject(root, { record: "contact:maya", title: "Maya Okafor", version: 7 });
            root.amir = recordPage.createObject(root, { record: "contact:amir", title: "Amir Kaya", version: 2 });
            root.first = conversationPage.createObject(root, { title: "Maya", contact: root.maya });
            root.second = conversationPage.createObject(root, { title: "Amir", contact: root.amir });
            root.crm.calls = [];
            root.crm.views.calls = [];
            root.crm.defined = [];
            details = createTemporaryObject(recordDetails, root, { page: root.maya });
            part = createTemporaryObject(contactPart, root, { page: root.first });
            waitForRendering(root);
        }

        function cleanup() {
            details.destroy(); // before what it shows
            part.destroy();
            wait(0);
            for (const page of [root.maya, root.amir, root.first, root.second])
                page?.destroy();
            tryVerify(() => named("confirm") === null);
        }

        function inWindow(item, fits) {
            if (item.visible && fits(item))
                return item;
            for (let i = 0; i < item.children.length; ++i) {
                const found = inWindow(item.children[i], fits);
                if (found)
                    return found;
            }
            return null;
        }
        // Dialogs and menus lie in the window, beside what opened them.
        function named(name) {
            return inWindow(root.Window.window.contentItem, item => item.objectName === name);
        }
        function button(item, text) {
            return inWindow(item, one => one.clicked !== undefined && one.Accessible.name === text);
        }
        function nameField() {
            return inWindow(root.Window.window.contentItem, item => item.label === "Name" && item.field !== undefined)?.field ?? null;
        }
        function write(text) {
            tryVerify(() => nameField()?.activeFocus ?? false);
            for (const letter of text)
                keyClick(letter);
        }
        function choose(row) {
            tryVerify(() => named("choices")?.itemAtIndex(row) ?? false);
            mouseClick(named("choices").itemAtIndex(row));
        }
        function calls(of, name) {
            return of.calls.filter(call => call[0] === name).map(call => call[1]);
        }

        function test_aDealBegunBesideAConversationIsOfItsContact() {
            mouseClick(button(part, "Add a deal"));
            write("Chairs");
            part.page = root.second;
            root.first.contact = root.amir;
            keyClick(Qt.Key_Return);
            compare(root.crm.calls, [["create", ["deal", { contact: "maya", name: "Chairs" }]]]);
        }

        function test_aDealBegunAtARecordIsOfThatRecord() {
            mouseClick(button(details, "Add a deal"));
            write("Chairs");
            details.page = root.amir;
            keyClick(Qt.Key_Return);
            compare(root.crm.calls, [["create", ["deal", { contact: "maya", name: "Chairs" }]]]);
        }

        function test_aNewContactIsLinkedToTheConversationForWhichItWasBegun() {
            root.first.contact = null;
            root.second.contact = null;
            mouseClick(findChild(part, "new"));
            write(" Okafor");
            part.page = root.second;
            compare(nameField().text, "Maya Okafor", "what was typed stays");
            keyClick(Qt.Key_Return);
            compare(calls(root.first, "linkContact"), ["contact:new"]);
            compare(root.second.calls, []);
        }

        function test_aContactIsLinkedToTheConversationForWhichItWasAsked() {
            mouseClick(findChild(part, "link"));
            tryVerify(() => named("choices") !== null);
            part.page = root.second;
            choose(1);
            compare(calls(root.first, "linkContact"), ["contact:tomas"]);
            compare(root.second.calls, []);
        }

        function test_aConversationThatHasGoneIsNotLinked() {
            mouseClick(findChild(part, "link"));
            tryVerify(() => named("choices") !== null);
            part.page = root.second;
            root.first.destroy();
            wait(0);
            choose(1);
            compare(root.second.calls, []);
        }

        function test_aRecordIsChosenForTheFieldOfTheRecordForWhichItWasAsked() {
            details.pick("company", "company");
            tryVerify(() => named("choices") !== null);
            details.page = root.amir;
            choose(1);
            compare(root.maya.calls.filter(call => call[0] === "set").map(call => call[1].slice(0, 2)), [["company", "tomas"]]);
            tryVerify(() => calls(root.maya, "endEdit").length === 1);
            compare(calls(root.maya, "edit"), ["company"]);
            compare(root.amir.calls, []);
        }

        function test_aRecordIsRenamedFromWhatWasSeen() {
            mouseClick(button(details, "Rename"));
            write(" B");
            root.maya.title = "Maya O.";
            root.maya.version = 8;
            compare(nameField().text, "Maya Okafor B", "a colleague's name does not replace what was typed");
            details.page = root.amir;
            compare(nameField().text, "Maya Okafor B");
            keyClick(Qt.Key_Return);
            compare(calls(root.maya, "set"), [["name", "Maya Okafor B", 7, "Maya Okafor"]]);
            tryVerify(() => calls(root.maya, "endEdit").length === 1);
            compare(root.amir.calls, []);
        }

        function test_aRecordThatHasGoneIsNotRenamed() {
            mouseClick(button(details, "Rename"));
            write(" B");
            details.page = root.amir;
            part.page = root.second;
            root.maya.destroy();
            wait(0);
            keyClick(Qt.Key_Return);
            verify(!named("confirm").enabled);
            keyClick(Qt.Key_Escape);
            tryVerify(() => nameField() === null);
            compare(root.amir.calls, []);
        }

        function test_theNameThatIsTypedForAViewStays() {
            root.crm.views.choose("segment:eu");
            mouseClick(findChild(bar, "chooseView"));
            const entry = () => inWindow(root.Window.window.contentItem, item => item.text === "Rename" && item.highlighted !== undefined);
            tryVerify(() => entry() !== null);
            root.Window.window.update(); // so that there is a frame to wait for
            waitForRendering(entry());
            mouseClick(entry());
            tryVerify(() => nameField()?.activeFocus ?? false);
            compare(nameField().text, "Customers in the EU");
            write("Europe");
            root.crm.views.currentName = "EU customers"; // by a colleague
            compare(nameField().text, "Europe");
            keyClick(Qt.Key_Return);
            compare(calls(root.crm.views, "rename"), ["Europe"]);
            root.crm.views.choose("");
        }

        // All that the Tab key comes to, once around.
        function tabThrough(flickable) {
            const first = root.Window.activeFocusItem;
            const inside = item => item !== null && (item === flickable.contentItem || inside(item.parent));
            let seen = 0;
            do {
                keyClick(Qt.Key_Tab);
                const item = root.Window.activeFocusItem;
                if (!inside(item))
                    continue;
                const y = () => item.mapToItem(flickable, 0, 0).y;
                tryVerify(() => y() >= 0 && y() + item.height <= flickable.height, 5000, "" + item);
                ++seen;
            } while (root.Window.activeFocusItem !== first);
            return seen;
        }

        function test_whatTheKeyboardComesToInARecordIsInSight() {
            details.height = 300;
            findChild(findChild(details, "parts"), "value").forceActiveFocus(Qt.TabFocusReason);
            verify(tabThrough(findChild(details, "parts")) > 10);
        }

        function test_whatTheKeyboardComesToInADialogIsInSight() {
            root.crm.defined = Array.from({ length: 16 }, (none, place) => ({ field: "x:f" + place, label: "Field " + place, type: "link", required: false }));
            mouseClick(button(details, "Add a deal"));
            tryVerify(() => nameField()?.activeFocus ?? false);
            let scroll = nameField();
            while (scroll.contentY === undefined)
                scroll = scroll.parent;
            verify(scroll.contentHeight > scroll.height);
            verify(tabThrough(scroll) > 16);
        }

        function test_aPressBesideADialogTakesNothing() {
            mouseClick(button(details, "Add a deal"));
            write("Chairs");
            mouseClick(root, 5, 5);
            verify(nameField()?.activeFocus ?? false);
            write(" and tables");
            compare(nameField().text, "Chairs and tables");
            keyClick(Qt.Key_Escape);
            tryVerify(() => nameField() === null);
            compare(root.crm.calls, []);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Records
import "../gallery"
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 400
    height: 900

    property SampleApp app: SampleApp { }

    RecordDetails {
        id: details
        anchors.fill: parent
        crm: root.app.workspace.crm
        page: root.app.contact
    }

    TestCase {
        name: "Together"
        when: windowShown

        function init() {
            const page = root.app.contact;
            page.conflicts.values = [];
            page.fields.values = Samples.contactFields;
            page.viewers = [];
            page.viewersText = "";
            page.titleEditorsText = "";
            page.calls = [];
            waitForRendering(root);
        }

        // Everything below `item` that fits.
        function all(item, fits) {
            const found = fits(item) ? [item] : [];
            return Array.from(item.children).reduce((sum, child) => sum.concat(all(child, fits)), found);
        }
        function row(field) {
            return all(details, item => item.field === field && item.seenText !== undefined)[0];
        }
        function shownTexts(name) {
            return all(details, item => item.objectName === name && item.visible).map(item => item.text);
        }
        function calls(name) {
            return root.app.contact.calls.filter(call => call[0] === name).map(call => call[1]);
        }

        function test_nobodyElse() {
            compare(shownTexts("viewers"), []);
            compare(shownTexts("editors"), []);
        }

        function test_whoLooksIsInTheHead() {
            root.app.contact.viewers = Samples.viewers.concat(Samples.viewers);
            root.app.contact.viewersText = "Amira, Jonas and 4 others are here too";
            compare(shownTexts("viewers"), ["Amira, Jonas and 4 others are here too"]);
            const label = findChild(details, "viewers");
            compare(label.Accessible.name, label.text);
            tryCompare(label.parent, "visible", true);
            compare(all(label.parent, item => item.colorKey !== undefined).length, 4, "no more avatars than there is room for");
        }

        function test_whoChangesAFieldIsAtTheField() {
            root.app.contact.fields.values = Samples.contactFieldsEdited;
            tryVerify(() => shownTexts("editors").length === 3);
            compare(shownTexts("editors").sort(), ["Amira is typing here", "Jonas is changing this", "Piotr is typing here"]);
            const mark = all(details, item => item.objectName === "editors" && item.text === "Amira is typing here")[0];
            compare(mark.Accessible.name, mark.text);
            const value = findChild(row("job"), "value");
            verify(mark.mapToItem(root, 0, 0).y >= value.mapToItem(root, 0, value.height).y, "below the value, not over it");
            root.app.contact.titleEditorsText = "Amira is typing here";
            compare(shownTexts("editors").length, 4);
        }

        function test_anOpenEditorIsTold() {
            const job = row("job");
            findChild(job, "value").clicked();
            compare(calls("edit"), ["job"]);
            keyClick("X");
            compare(calls("edit"), ["job", "job"]);
            keyClick(Qt.Key_Escape);
            compare(calls("set"), []);
            compare(calls("endEdit"), ["job"]);
        }

        function test_anEditorKeepsOnce() {
            findChild(row("job"), "value").clicked();
            keyClick("X");
            keyClick(Qt.Key_Return);
            compare(calls("set"), [["job", "X", 1, "Founder"]]);
            compare(calls("endEdit"), ["job"]);
        }

        function test_anOpenMenuIsTold() {
            findChild(row("status"), "value").clicked();
            compare(calls("edit"), ["status"]);
            keyClick(Qt.Key_Escape);
            tryVerify(() => calls("endEdit").length === 1);
            compare(calls("endEdit"), ["status"]);
        }

        function test_anotherEntryIsTold() {
            const field = findChild(all(details, item => item.field === "tags" && item.entries !== undefined && item.page !== undefined)[0], "another");
            field.forceActiveFocus();
            compare(calls("edit"), []);
            keyClick("x");
            compare(calls("edit"), ["tags"]);
            keyClick(Qt.Key_Return);
            compare(calls("addEntry"), [["tags", "x"]]);
            verify(calls("endEdit").includes("tags"));
        }
    }
}

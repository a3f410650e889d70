// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Records
import "../gallery"

// Fields that managers have defined, in the dialog for a new record and on the page of one.
Item {
    id: root

    width: 900
    height: 760

    property SampleApp app: SampleApp { }
    readonly property var crm: app.workspace.crm

    NewRecordDialog {
        id: dialog
        crm: root.crm
        kind: "contact"
    }
    RecordFields {
        id: fields
        width: 400
        page: root.app.contact
        crm: root.crm
    }

    TestCase {
        name: "OwnFields"
        when: windowShown

        function init() {
            root.crm.calls = [];
            root.crm.defined = [{ field: "x:size", label: "Size", type: "choice", required: true }, { field: "x:site", label: "Portal", type: "link", required: false }];
        }

        function test_newRecordIsAskedForThem() {
            dialog.open();
            tryVerify(() => dialog.opened);
            const size = findChild(dialog.contentItem, "x:size");
            const site = findChild(dialog.contentItem, "x:site");
            compare(size.label, "Size (required)");
            compare(site.label, "Portal");
            findChild(dialog.contentItem, "name").text = "Maya";
            verify(!dialog.confirmEnabled, "without what is required");
            size.chosen("Large");
            compare(findChild(size, "choose").text, "Large");
            verify(dialog.confirmEnabled);
            site.chosen("portal.example.org");
            dialog.confirm();
            compare(root.crm.calls[root.crm.calls.length - 1], ["create", ["contact", { "name": "Maya", "x:size": "Large", "x:site": "portal.example.org" }]]);
            tryVerify(() => !dialog.visible);
        }

        function test_linkCanBeOpened() {
            const link = { field: "x:site", label: "Portal", text: "portal.example.org", editText: "portal.example.org", type: "link", reference: "", refersTo: "", longest: 300,
                waiting: false, entries: [], editorsText: "", editorsInitials: "", editorsAvatar: "" };
            root.app.contact.fields.values = [link];
            tryVerify(() => findChild(fields, "openLink") !== null);
            const open = findChild(fields, "openLink");
            verify(open.visible);
            compare(open.Accessible.name, "Open portal.example.org");
            root.app.contact.fields.values = [Object.assign({}, link, { text: "", editText: "" })];
            tryVerify(() => findChild(fields, "openLink") !== null && !findChild(fields, "openLink").visible);
        }
    }
}

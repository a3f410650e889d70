// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Frontdesk
import Frontdesk.Conversations
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Settings
import Frontdesk.Theme
import "../gallery"

Item {
    id: root

    width: 900
    height: 900

    readonly property Item overlay: T.Overlay.overlay
    property SampleApp app: SampleApp { }

    AlertsSection {
        id: section
        width: 700
        app: root.app
        choices: root.app.workspace.alerts.choices
    }
    NotesPart {
        id: notes
        y: 500
        width: 400
        crm: root.app.workspace.crm
        page: root.app.contact
    }
    NoteRow {
        id: row
        x: 710
        width: 180
        record: "note:1"
        title: "Ask @Lena Roth"
        body: "Ask @Lena Roth"
        mentions: [{ from: 4, length: 10 }]
        detail: "Jonas Weber, Tue"
        waiting: false
        version: 1
        own: false
        change: BegunRecord { id: change }
        crm: root.app.workspace.crm
        onKept: crm.changeNote(record, change)
    }
    BegunRecord { id: other }
    Component {
        id: workspaceView
        WorkspaceView {
            anchors.fill: parent
            app: root.app
            workspace: root.app.workspace
        }
    }
    SignalSpy { id: sought; target: notes; signalName: "sought" }

    TestCase {
        name: "Alerts"
        when: windowShown

        readonly property Item field: findChild(notes, "note")

        function init() {
            root.app.workspace.crm.calls = [];
            root.app.workspace.crm.people.values = root.app.workspace.people.values;
            notes.begun.kept("command");
            field.forceActiveFocus();
            waitForRendering(root);
        }

        function type(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function list() {
            return findChild(root.overlay, "list");
        }

        function test_eachKindIsSwitched_data() {
            return [{ tag: "messages" }, { tag: "mentions" }, { tag: "reminders" }, { tag: "alarms" }];
        }

        function test_eachKindIsSwitched(data) {
            const choices = root.app.workspace.alerts.choices;
            mouseClick(findChild(section, data.tag));
            verify(!choices.told[data.tag]);
            verify(!findChild(section, data.tag + "Sound").enabled);
            mouseClick(findChild(section, data.tag));
            verify(choices.told[data.tag]);
        }

        function test_soundAndTextAreSwitched() {
            const choices = root.app.workspace.alerts.choices;
            mouseClick(findChild(section, "messagesSound"));
            verify(!choices.sounds.messages);
            verify(choices.sounds.mentions);
            verify(!findChild(section, "alarmsSound").visible, "each alarm says it itself");
            mouseClick(findChild(section, "alertTexts"));
            verify(!root.app.settings.alertTexts);
        }

        function test_somebodyIsMentionedByKeys() {
            type("Ask @");
            tryVerify(() => list() !== null && list().count > 1);
            verify(field.Accessible.description !== "");
            type("am");
            compare(list().count, 1);
            keyClick(Qt.Key_Return);
            compare(field.text, "Ask @Amira Haddad ");
            tryVerify(() => list() === null || !list().visible);
            type("please");
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            compare(root.app.workspace.crm.calls, [["addNote", ["contact:maya", "Ask @Amira Haddad please", ["amira"]]]]);
            compare(field.text, "");
        }

        function test_aCallIsKept() {
            notes.begun.call = "outgoing";
            verify(findChild(notes, "minutes").visible);
            type("Wants the annual plan");
            mouseClick(findChild(notes, "minutes"));
            type("12");
            mouseClick(findChild(notes, "keepNote"));
            compare(root.app.workspace.crm.calls, [["addCall", ["contact:maya", "outgoing", "12", "Wants the annual plan", []]]]);
            compare(notes.begun.call, "", "the next one is a note again");
            compare(findChild(notes, "minutes").text, "");
            notes.begun.call = "missed";
            verify(!findChild(notes, "minutes").visible);
        }

        // A field that another record is shown in has nothing of what was begun about the one before.
        function test_eachRecordHasWhatWasBegunAboutIt() {
            const mayas = notes.begun;
            type("Ask @am");
            tryVerify(() => list()?.visible ?? false);
            keyClick(Qt.Key_Return);
            compare(Array.from(mayas.mentioned), ["amira"]);
            notes.begun = other;
            compare(field.text, "");
            type("Likes tea");
            compare(other.text, "Likes tea");
            compare(mayas.text, "Ask @Amira Haddad ");
            notes.begun = mayas;
            compare(field.text, "Ask @Amira Haddad ");
            compare(Array.from(mayas.mentioned), ["amira"]);
            compare(other.text, "Likes tea");
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            compare(root.app.workspace.crm.calls, [["addNote", ["contact:maya", "Ask @Amira Haddad ", ["amira"]]]]);
        }

        function test_aNoteGoesToTheBin() {
            const remove = findChild(notes, "remove");
            verify(remove.text.includes("Takes the annual plan"));
            mouseClick(remove);
            compare(root.app.workspace.crm.calls, [["moveToBin", "note:2"]]);
        }

        function test_whatCannotBeKeptStays() {
            field.text = "x".repeat(10001);
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            compare(root.app.workspace.crm.calls, []);
            compare(field.length, 10001);
            verify(findChild(notes, "problem").visible);
            verify(!findChild(notes, "keepNote").enabled);
            keyClick(Qt.Key_Delete);
            verify(!findChild(notes, "problem").visible);
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            compare(root.app.workspace.crm.calls.length, 1);
        }

        function test_aNoteIsWrittenAnewByItsAuthor() {
            verify(!findChild(row, "edit").visible, "somebody else's");
            row.own = true;
            mouseClick(findChild(row, "edit"));
            const editor = findChild(row, "editor");
            compare(editor.text, "Ask @Lena Roth");
            verify(!findChild(row, "body").visible);
            type(" @am");
            tryVerify(() => list()?.visible ?? false);
            keyClick(Qt.Key_Return);
            compare(editor.text, "Ask @Lena Roth @Amira Haddad ");
            tryVerify(() => !(list()?.visible ?? false));
            row.body = "Ask @Lena Roth today"; // what comes meanwhile is not written over unseen
            row.version = 2;
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            const calls = [["changeNote", ["note:1", 1, "Ask @Lena Roth", "Ask @Lena Roth @Amira Haddad ", ["amira"]]]];
            compare(root.app.workspace.crm.calls, calls);
            verify(!row.editing);
            verify(findChild(row, "edit").activeFocus);
            row.body = "Ask @Lena Roth";
            keyClick(Qt.Key_Return);
            verify(!(list()?.visible ?? false), "a mention that is there already");
            type("?");
            keyClick(Qt.Key_Escape);
            verify(!row.editing);
            compare(root.app.workspace.crm.calls, calls, "given up");
            row.own = false;
        }

        // Somebody goes to another record while they change a note, and comes back.
        function test_aChangeThatWasBegunIsThereAgain() {
            field.forceActiveFocus();
            row.own = true;
            const begun = row.change;
            begun.begin(1, "Ask @Lena Roth");
            verify(field.activeFocus, "it was asked for before: the keyboard stays where it is");
            begun.text = "Ask @Lena Roth tod"; // as it is read from the disk
            compare(findChild(row, "editor").text, "Ask @Lena Roth tod");
            row.change = other;
            verify(!row.editing);
            row.change = begun;
            verify(row.editing);
            compare(findChild(row, "editor").text, "Ask @Lena Roth tod");
            mouseClick(findChild(row, "keepChange"));
            compare(root.app.workspace.crm.calls, [["changeNote", ["note:1", 1, "Ask @Lena Roth", "Ask @Lena Roth tod", []]]]);
            verify(!row.editing);
            row.own = false;
        }

        function test_anArrowChoosesAnother() {
            type("@");
            tryVerify(() => list()?.itemAtIndex(1) ?? false);
            const second = list().itemAtIndex(1).displayName;
            keyClick(Qt.Key_Down);
            compare(list().currentIndex, 1);
            keyClick(Qt.Key_Up);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Enter);
            compare(field.text, "@" + second + " ");
        }

        function test_escapeLeavesTheSignAlone() {
            type("@a");
            tryVerify(() => list() !== null && list().visible);
            keyClick(Qt.Key_Escape);
            tryVerify(() => list() === null || !list().visible);
            type("m");
            verify(list() === null || !list().visible, "this one is a sign and nothing more");
            keyClick(Qt.Key_Return);
            compare(field.text, "@am\n");
            type("@");
            tryVerify(() => list() !== null && list().visible, 5000, "another one");
            keyClick(Qt.Key_Escape);
        }

        function test_anAddressIsNoMention() {
            type("me@a");
            waitForRendering(root);
            verify(list() === null || !list().visible);
        }

        function test_whoIsMentionedStandsOut() {
            const body = findChild(row, "body");
            compare(body.text, "Ask @Lena Roth");
            const ink = place => {
                const at = body.positionToRectangle(place);
                const end = body.positionToRectangle(place + 1);
                const picture = grabImage(row); // of an item inside, grabImage() takes another part of the window
                const found = [];
                for (let x = Math.ceil(at.x); x < end.x; ++x)
                    for (let y = 0; y < body.height; ++y)
                        found.push(picture.pixel(x, y));
                const accent = Theme.colors.accent;
                return found.some(pixel => pixel.hsvSaturation > 0.3 && pixel.hsvValue > 0.4 && Math.abs(pixel.hsvHue - accent.hsvHue) < 0.1);
            };
            verify(ink(5), "the L of the name");
            verify(!ink(0), "the A before it");
            row.mentions = [];
            waitForRendering(row);
            verify(!ink(5), "nobody any more");
            row.mentions = [{ from: 4, length: 10 }];
            waitForRendering(row);
            verify(ink(5));
        }

        function newName() {
            return findChild(root.overlay, "name");
        }

        // Where an alert leads while a dialog is open.
        function test_aPressedAlertWaitsForWhatIsBeingTyped() {
            const alerts = root.app.workspace.alerts;
            const view = createTemporaryObject(workspaceView, root, { place: "contacts" });
            waitForRendering(view);
            mouseClick(findChild(view, "create"));
            tryVerify(() => newName()?.field.activeFocus ?? false);
            type("Sam");
            alerts.placeChosen("deals");
            alerts.messageChosen("refunds", 7); // the last counts
            compare(view.place, "contacts");
            type(" Hill");
            compare(newName().text, "Sam Hill");
            root.app.workspace.calls = [];
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.crm.calls[0], ["create", ["contact", { name: "Sam Hill" }]]);
            tryCompare(view, "place", "inbox");
            compare(root.app.workspace.calls, [["openMessage", ["refunds", 7]]]);
            alerts.placeChosen("deals");
            compare(view.place, "deals", "without a dialog at once");
        }

        function test_aSoughtNoteIsShown() {
            sought.clear();
            verify(!findChild(notes, "sought").visible);
            notes.page.soughtNote = root.app.contact.notes.get(0).record;
            tryCompare(sought, "count", 1);
            verify(findChild(notes, "sought").visible);
            notes.page.soughtNote = "";
        }
    }
}

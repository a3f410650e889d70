// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Frontdesk.Contacts
import Frontdesk.Models
import Frontdesk.Transfer
import "../gallery"
import "../gallery/samples.mjs" as Samples

Item {
    id: root

    width: 1280
    height: 900

    property SampleApp app: SampleApp { }
    readonly property Crm crm: app.workspace.crm
    readonly property ImportModel files: crm.fileImport
    readonly property ExportModel target: crm.fileExport
    readonly property Item overlay: T.Overlay.overlay

    ContactsPage {
        id: page
        anchors.fill: parent
        workspace: root.app.workspace
        settings: root.app.settings
    }

    Component {
        id: fileField
        FileField { label: "File"; width: 400 }
    }

    TestCase {
        name: "Transfer"
        when: windowShown

        // Asks for a frame, so that there is one to wait for.
        function nextFrame(item: Item) {
            root.Window.window.update();
            waitForRendering(item);
        }

        function init() {
            root.files.step = ImportModel.File;
            root.files.busy = false;
            root.files.path = "";
            root.files.problem = "";
            root.files.unfinished = "";
            root.files.complete = true;
            root.files.mendFile = "";
            root.files.problems.values = [];
            root.files.columns.values = Samples.importColumns;
            root.files.calls = [];
            root.target.calls = [];
            root.target.running = false;
            root.target.replaces = false;
            root.target.problem = "";
            tryVerify(() => !root.overlay?.visible, 5000, "what the test before has opened is gone");
            nextFrame(page);
        }

        function cleanup() {
            for (let presses = 0; presses < 3 && root.overlay?.visible; ++presses) {
                keyClick(Qt.Key_Escape);
                wait(0);
            }
            tryVerify(() => !root.overlay?.visible);
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

        function part(name) {
            return inWindow(item => item.objectName === name);
        }

        function press(item) {
            mouseClick(item, item.width / 2, item.height / 2);
        }

        function choose(text) {
            const item = () => inWindow(each => each.text === text && each.highlighted !== undefined);
            tryVerify(() => item() !== null);
            nextFrame(item());
            press(item());
        }

        function write(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function openImport() {
            press(findChild(page, "files"));
            choose("Import from a file…");
            tryVerify(() => part("next") !== null && part("file")?.field.activeFocus, 5000, "one can type at once");
        }

        function test_anImportByKeyboard() {
            openImport();
            compare(root.files.calls, [["begin", "contact"]]);
            write("people.csv");
            keyClick(Qt.Key_Return);
            compare(root.files.calls[1], ["choose", "people.csv"]);
            tryVerify(() => part("columns") !== null);
            part("next").forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(root.files.calls[2], ["tryOut"]);
            compare(part("next").text, "Import 0 rows");
            verify(!part("next").enabled, "nothing would be made");
            root.files.made = 3;
            compare(part("next").text, "Import 3 rows");
            part("next").forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(root.files.calls[3], ["run"]);
            tryVerify(() => part("cancelImport") !== null);
            press(part("cancelImport"));
            compare(root.files.calls[4], ["cancel"]);
        }

        function test_whatIsWrongWithTheFileIsSaid() {
            openImport();
            press(part("next"));
            compare(root.files.calls[1], ["choose", ""]);
            compare(part("file").field.Accessible.description, "Cannot read : No such file");
        }

        function test_columnsAreMapped() {
            openImport();
            root.files.step = ImportModel.Columns;
            tryVerify(() => part("columns")?.itemAtIndex(5) !== null);
            const row = part("columns").itemAtIndex(5);
            const button = findChild(row, "target");
            compare(button.Accessible.name, "Kd.-Nr. becomes: Left out");
            nextFrame(button);
            press(button);
            choose("Job title");
            compare(root.files.calls[1], ["setTarget", 5, "job"]);
            compare(part("delimiter").text, "Parted by: Semicolon");
            press(part("delimiter"));
            choose("Comma");
            compare(root.files.calls[2], ["set", "delimiter", ","]);
            press(part("back"));
            compare(root.files.calls[3], ["back"]);
        }

        function test_theTrialSaysWhatIsWrong() {
            openImport();
            root.files.problems.values = Samples.importProblems;
            root.files.rows = 10;
            root.files.made = 7;
            root.files.wrong = 3;
            root.files.step = ImportModel.Trial;
            tryVerify(() => part("problems") !== null);
            tryCompare(part("problems"), "count", 3);
            compare(part("problems").itemAtIndex(0).Accessible.name, "Line 3: E-mail: “no address” is not an e-mail address");
            compare(part("count.wrong").text, "3");
            root.files.problem = "Your role lets you read only";
            verify(!part("next").enabled);
            compare(part("sentence").text, "Your role lets you read only");
            compare(part("sentence").Accessible.role, Accessible.AlertMessage);
        }

        function test_whatIsRunningGoesOnWhenItIsClosed() {
            openImport();
            root.files.busy = true;
            root.files.progress = 0.5;
            root.files.step = ImportModel.Running;
            keyClick(Qt.Key_Escape);
            tryVerify(() => part("next") === null);
            tryCompare(findChild(page, "importing"), "text", "Importing people.csv: 50 %");
            root.files.calls = [];
            nextFrame(page);
            press(findChild(page, "showImport"));
            tryVerify(() => part("cancelImport") !== null);
            compare(root.files.calls, [], "it is the same one");
            root.files.busy = false;
            root.files.mendFile = "/tmp/people-to-mend.csv";
            root.files.step = ImportModel.Finished;
            tryVerify(() => part("mend") !== null);
            verify(part("mend").text.includes("/tmp/people-to-mend.csv"));
            press(part("next"));
            tryVerify(() => part("next") === null);
            compare(root.files.calls, [["begin", "contact"]], "it has been seen");
        }

        function test_aCancelledOneGoesOn() {
            openImport();
            root.files.complete = false;
            root.files.step = ImportModel.Finished;
            tryCompare(part("next"), "text", "Go on");
            press(part("next"));
            compare(root.files.calls[1], ["goOn"]);
        }

        function test_anInterruptedOneIsOffered() {
            root.files.unfinished = "fair.csv";
            openImport();
            compare(part("goOn").Accessible.description, "fair.csv");
            press(part("goOn"));
            compare(root.files.calls[1], ["goOn"]);
            press(part("forget"));
            tryVerify(() => part("goOn") === null);
        }

        function test_whatIsShownIsExported() {
            press(findChild(page, "files"));
            choose("Export what is shown…");
            tryVerify(() => part("export") !== null);
            compare(root.target.calls, [["begin", "contact"]]);
            tryVerify(() => part("file").field.activeFocus);
            part("file").field.selectAll();
            write("out.csv");
            compare(root.target.path, "out.csv");
            root.target.replaces = true;
            compare(part("export").text, "Replace the file");
            press(findChild(part("columns"), "all"));
            verify(root.target.allColumns);
            press(findChild(part("format"), "vcard4"));
            compare(root.target.format, "vcard4");
            tryVerify(() => part("columns") === null, 1000, "cards have no columns");
            part("file").field.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(root.target.calls[1], ["run", "out.csv", "vcard4", true]);
            press(part("cancelExport"));
            compare(root.target.calls[2], ["cancel"]);
            root.target.problem = "Cannot write out.csv: Permission denied";
            compare(part("file").field.Accessible.description, "Cannot write out.csv: Permission denied");
            root.target.written = 12;
            tryCompare(part("sentence"), "text", "12 records were written to out.csv.");
            press(part("export"));
            tryVerify(() => part("export") === null);
            root.target.format = "csv";
            root.target.allColumns = false;
        }

        // Where the system has no dialog of its own, as here, Qt's comes in the window.
        function test_browsingShowsFiles() {
            const field = createTemporaryObject(fileField, root);
            const files = () => inWindow(item => item.objectName === "fileDialogListView");
            verify(files() === null);
            findChild(field, "browse").clicked();
            tryVerify(() => files() !== null);
            keyClick(Qt.Key_Escape);
            tryVerify(() => files() === null);
        }
    }
}

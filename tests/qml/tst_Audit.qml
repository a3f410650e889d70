// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Settings
import "../gallery"

// The audit log in the settings of an administrator.
Item {
    id: root

    width: 900
    height: 760

    property SampleApp app: SampleApp { }
    readonly property var audit: app.workspace.audit

    SettingsPage {
        id: page
        anchors.fill: parent
        app: root.app
        workspace: root.app.workspace
    }

    TestCase {
        name: "Audit"
        when: windowShown

        // Asks for a frame, so that there is one to wait for.
        function nextFrame(item: Item) {
            root.Window.window.update();
            waitForRendering(item);
        }

        function init() {
            root.audit.allowed = true;
            root.audit.entries.calls = [];
            root.audit.entries.problem = "";
            root.audit.file.calls = [];
        }

        function opened(): var {
            tryVerify(() => findChild(page, "openAudit") !== null);
            findChild(page, "openAudit").clicked();
            const dialog = findChild(findChild(page, "auditSection"), "auditDialog");
            tryVerify(() => dialog.opened);
            return dialog;
        }

        function closed(dialog: var) {
            dialog.close();
            tryVerify(() => !dialog.visible);
        }

        function part(dialog: var, name: string): var {
            return findChild(dialog.contentItem, name) ?? findChild(dialog.footer, name);
        }

        function test_isForAdministrators() {
            root.audit.allowed = false;
            tryVerify(() => findChild(page, "openAudit") === null);
            root.audit.allowed = true;
            tryVerify(() => findChild(page, "openAudit") !== null);
        }

        function test_showsTheEntries() {
            const dialog = opened();
            compare(root.audit.entries.calls[0], "refresh");
            const list = part(dialog, "auditList");
            compare(list.count, root.audit.entries.count);
            nextFrame(list);
            const row = list.itemAtIndex(1);
            verify(row.Accessible.name.startsWith("Somebody could not sign in as"));
            list.itemAtIndex(0).forceActiveFocus();
            keyClick(Qt.Key_Down);
            verify(row.activeFocus, "one goes through it by keys");
            closed(dialog);
        }

        function test_narrows() {
            const dialog = opened();
            part(dialog, "auditPart").chosen("access");
            part(dialog, "auditActor").chosen("lena");
            part(dialog, "auditDays").chosen("30");
            compare([root.audit.entries.part, root.audit.entries.actor, root.audit.entries.days], ["access", "lena", 30]);
            compare(part(dialog, "auditActor").text, "Who: Lena Roth");
            closed(dialog);
        }

        function test_saysWhatIsWrong() {
            root.audit.entries.problem = "There is no connection.";
            const dialog = opened();
            const problem = part(dialog, "auditProblem");
            verify(problem.visible);
            compare(problem.text, "There is no connection.");
            closed(dialog);
        }

        function test_intoAFile() {
            const dialog = opened();
            compare(root.audit.file.calls[0], ["begin"]);
            const button = part(dialog, "exportAudit");
            button.clicked();
            compare(root.audit.file.calls[1], ["run", "/home/lena/Documents/Audit log.csv"]);
            compare(button.text, "Cancel");
            button.clicked();
            compare(root.audit.file.calls[2], ["cancel"]);
            root.audit.file.replaces = true;
            compare(button.text, "Replace the file");
            root.audit.file.replaces = false;
            closed(dialog);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Records
import "../gallery"

Item {
    id: root

    width: 400
    height: 500

    property SampleApp app: SampleApp { }

    TasksPart {
        id: tasks
        width: 400
        crm: root.app.workspace.crm
        tasks: root.app.contact.tasks
        about: "contact:maya"
        begun: root.app.contact.begunTask
    }

    TestCase {
        name: "Tasks"
        when: windowShown

        function init() {
            root.app.workspace.crm.calls = [];
            tasks.begun.giveUp();
            waitForRendering(root);
        }

        function type(field, text) {
            mouseClick(field);
            for (const letter of text)
                keyClick(letter);
        }

        function test_oneIsAdded() {
            type(findChild(tasks, "task"), "Call her");
            type(findChild(tasks, "due"), "24");
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.crm.calls, [["addTask", ["contact:maya", "Call her", "24"]]]);
            compare(findChild(tasks, "task").text, "");
            compare(findChild(tasks, "due").text, "");
        }

        function test_aDayThatIsNoneIsSaid() {
            const problem = findChild(tasks, "problem");
            type(findChild(tasks, "task"), "Call her");
            verify(!problem.visible);
            verify(findChild(tasks, "add").enabled);
            type(findChild(tasks, "due"), "soon");
            verify(problem.visible);
            compare(problem.text, "Write a day.");
            verify(!findChild(tasks, "add").enabled);
            keyClick(Qt.Key_Return);
            compare(root.app.workspace.crm.calls, []);
            compare(findChild(tasks, "task").text, "Call her", "nothing goes");
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Settings
import "../gallery"

// What managers and admins define about customers, in the settings.
Item {
    id: root

    width: 900
    height: 760

    property SampleApp app: SampleApp { }
    readonly property var setup: app.workspace.crm.setup

    SettingsPage {
        id: page
        anchors.fill: parent
        app: root.app
        workspace: root.app.workspace
    }

    TestCase {
        name: "Setup"
        when: windowShown

        // Asks for a frame, so that there is one to wait for.
        function nextFrame(item: Item) {
            root.Window.window.update();
            waitForRendering(item);
        }

        function initTestCase() {
            nextFrame(page);
        }

        function init() {
            for (const model of [root.setup.pipelines, root.setup.sampleStages, root.setup.fields, root.setup.statuses, root.setup.deletedFields])
                model.calls = [];
            for (const record of [root.app.renewals, root.app.sizeField, root.setup.workspace])
                record.calls = [];
        }

        // All of that name below an item, from the top to the bottom.
        function all(item: var, name: string): var {
            let found = [];
            for (const child of Array.from(item.children)) {
                if (child.objectName === name && child.visible)
                    found.push(child);
                found = found.concat(all(child, name));
            }
            return found.sort((a, b) => a.mapToItem(root, 0, 0).y - b.mapToItem(root, 0, 0).y);
        }

        // Comes into sight.
        function show(item: var) {
            const flickable = findChild(page, "settingsPage");
            flickable.contentY = Math.max(0, Math.min(flickable.contentHeight - flickable.height, item.mapToItem(flickable.contentItem, 0, 0).y - 200));
            nextFrame(page);
        }

        function replaced(field: var, text: string) {
            show(field);
            mouseClick(field);
            field.selectAll();
            for (const letter of text)
                keyClick(letter);
        }

        function openPipeline(): var {
            root.setup.open("pipeline:renewals");
            tryVerify(() => findChild(page, "pipelineEditor") !== null);
            nextFrame(page);
            return findChild(page, "pipelineEditor");
        }

        function last(object: var): var {
            return object.calls[object.calls.length - 1];
        }

        function test_othersSeeNothingOfIt() {
            root.setup.allowed = false;
            tryVerify(() => findChild(page, "newPipeline") === null);
            root.setup.allowed = true;
            tryVerify(() => findChild(page, "newPipeline") !== null);
            root.setup.workspaceAllowed = false;
            tryVerify(() => findChild(page, "newStatus") === null);
            verify(findChild(page, "newPipeline") !== null);
            root.setup.workspaceAllowed = true;
            tryVerify(() => findChild(page, "newStatus") !== null);
            nextFrame(page);
        }

        function test_pipelineWithDealsSaysWhyItStays() {
            const bins = all(page, "bin");
            bins[0].clicked();
            compare(root.setup.pipelines.calls, []);
            compare(all(page, "rowProblem")[0].text, "12 deals are in it: move them to another pipeline first.");
            bins[1].clicked();
            compare(last(root.setup.pipelines), ["moveToBin", "pipeline:renewals"]);
        }

        function test_namesAreKeptOnEnterAndWhenLeft() {
            const editor = openPipeline();
            const names = all(editor, "stageName");
            compare(names.map(field => field.text), ["Lead", "Qualified", "Proposal", "Won", "Lost"]);
            replaced(names[0], "Asked");
            keyClick(Qt.Key_Return);
            compare(last(root.setup.sampleStages), ["rename", ["lead", "Asked", 7, "Lead"]]);
            replaced(names[1], "Sure");
            names[2].forceActiveFocus();
            compare(last(root.setup.sampleStages), ["rename", ["qualified", "Sure", 7, "Qualified"]]);
            replaced(names[2], "x");
            keyClick(Qt.Key_Escape);
            compare(names[2].text, "Proposal");
            root.setup.sampleStages.calls = [];
            const name = findChild(editor, "pipelineName");
            replaced(name, "Again");
            keyClick(Qt.Key_Return);
            compare(last(root.app.renewals), ["set", ["name", "Again", 7, "Renewals"]]);
            compare(root.setup.sampleStages.calls, []);
        }

        function test_whatCannotBeKeptStaysInSight() {
            const editor = openPipeline();
            const probability = all(editor, "probability")[1];
            replaced(probability, "101");
            keyClick(Qt.Key_Return);
            compare(root.setup.sampleStages.calls, []);
            compare(probability.text, "101");
            compare(findChild(editor, "stagesProblem").text, "Write a number between 0 and 100.");
            compare(findChild(editor, "stagesProblem").Accessible.role, Accessible.AlertMessage);
            replaced(probability, "40");
            keyClick(Qt.Key_Return);
            compare(last(root.setup.sampleStages), ["setProbability", ["qualified", "40", 7, "30"]]);
            compare(findChild(editor, "stagesProblem").text, "");
            root.setup.sampleStages.problem = "There must be a stage that is won.";
            compare(findChild(editor, "stagesProblem").text, "There must be a stage that is won.");
            root.setup.sampleStages.problem = "";
        }

        function test_stagesMoveByKeyboardAndMouse() {
            const editor = openPipeline();
            const handles = all(editor, "handle");
            handles[1].forceActiveFocus();
            keyClick(Qt.Key_Down);
            compare(last(root.setup.sampleStages), ["moveTo", ["qualified", 2]]);
            keyClick(Qt.Key_Up);
            compare(last(root.setup.sampleStages), ["moveTo", ["qualified", 0]]);
            handles[0].forceActiveFocus();
            root.setup.sampleStages.calls = [];
            keyClick(Qt.Key_Up); // it is the first
            compare(root.setup.sampleStages.calls, []);
            show(handles[0]);
            const step = handles[1].mapToItem(root, 0, 0).y - handles[0].mapToItem(root, 0, 0).y;
            const from = handles[0].mapToItem(page, 10, 10); // the row follows the mouse
            mousePress(page, from.x, from.y);
            mouseMove(page, from.x, from.y + step);
            mouseMove(page, from.x, from.y + 2 * step + 5);
            compare(Math.round(handles[0].mapToItem(page, 10, 10).y - from.y), Math.round(2 * step + 5));
            mouseRelease(page, from.x, from.y + 2 * step + 5);
            compare(last(root.setup.sampleStages), ["moveTo", ["lead", 2]]);
            verify(handles[0].Accessible.name !== "" && handles[0].Accessible.description !== "");
        }

        function test_stagesAreAddedAndRemoved() {
            const editor = openPipeline();
            const add = findChild(editor, "newStage");
            verify(!findChild(add, "add").enabled);
            replaced(findChild(add, "newName"), "Trial");
            keyClick(Qt.Key_Return);
            compare(last(root.setup.sampleStages), ["add", "Trial"]);
            compare(findChild(add, "newName").text, "");
            all(editor, "remove")[2].clicked();
            compare(last(root.setup.sampleStages), ["remove", "proposal"]);
            compare(all(editor, "kind").map(button => button.text), ["Open", "Open", "Open", "Won", "Lost"]);
        }

        function test_newFieldSaysWhatItIs() {
            findChild(page, "newField").clicked();
            tryVerify(() => findChild(findChild(page, "fields"), "newFieldDialog") !== null);
            const dialog = findChild(findChild(page, "fields"), "newFieldDialog");
            tryVerify(() => dialog.opened);
            verify(!dialog.confirmEnabled);
            findChild(dialog.contentItem, "name").text = "Size";
            verify(dialog.confirmEnabled);
            dialog.type = "choice";
            verify(!dialog.confirmEnabled, "without a choice");
            findChild(dialog.contentItem, "choices").text = "S\nL";
            dialog.confirm();
            tryVerify(() => findChild(findChild(page, "fields"), "newFieldDialog") === null); // it no longer covers the page
            compare(last(root.setup.fields), ["add", ["Size", "choice", "S\nL", false]]);
        }

        function test_fieldIsChangedInItsPlace() {
            root.setup.open("field:size");
            tryVerify(() => findChild(page, "fieldEditor") !== null);
            nextFrame(page);
            const editor = findChild(page, "fieldEditor");
            const lines = findChild(editor, "lines");
            compare(lines.text, "Small\nMedium\nLarge");
            lines.forceActiveFocus();
            lines.text = "Small\nLarge";
            findChild(editor, "fieldName").forceActiveFocus();
            compare(last(root.app.sizeField), ["set", ["choices", "Small\nLarge", 3, "Small\nMedium\nLarge"]]);
            const needed = findChild(editor, "required");
            verify(needed.checked);
            show(needed);
            mouseClick(needed);
            compare(last(root.app.sizeField).slice(0, 1), ["set"]);
            compare(last(root.app.sizeField)[1].slice(0, 2), ["required", "false"]);
        }

        function test_fieldInUseSaysSo() {
            root.setup.open("");
            nextFrame(page);
            const bins = all(page, "bin");
            bins[2].clicked(); // the first field
            tryVerify(() => findChild(findChild(page, "fields"), "binDialog") !== null);
            const dialog = findChild(findChild(page, "fields"), "binDialog");
            tryVerify(() => dialog.opened);
            compare(root.setup.fields.uses, 12);
            compare(root.setup.fields.calls, []);
            dialog.confirm();
            tryVerify(() => findChild(findChild(page, "fields"), "binDialog") === null); // it no longer covers the page
            compare(last(root.setup.fields), ["moveToBin", "field:size"]);
        }

        function test_fieldsMoveByKeyboardAndMouse() {
            const fields = findChild(page, "fields");
            const handles = all(fields, "handle");
            compare(handles.length, 3);
            compare(handles[0].Accessible.name, "Move Size");
            handles[1].forceActiveFocus();
            keyClick(Qt.Key_Up);
            compare(last(root.setup.fields), ["moveTo", ["field:number", 0]]);
            handles[2].forceActiveFocus();
            root.setup.fields.calls = [];
            keyClick(Qt.Key_Down); // it is the last
            compare(root.setup.fields.calls, []);
            show(handles[0]);
            const step = handles[1].mapToItem(root, 0, 0).y - handles[0].mapToItem(root, 0, 0).y;
            const from = handles[0].mapToItem(page, 10, 10);
            mousePress(page, from.x, from.y);
            mouseMove(page, from.x, from.y + step);
            mouseMove(page, from.x, from.y + 2 * step + 3);
            mouseRelease(page, from.x, from.y + 2 * step + 3);
            compare(last(root.setup.fields), ["moveTo", ["field:size", 2]]);
        }

        function test_binHasAWayBack() {
            const restore = all(findChild(page, "fieldsBin"), "restore");
            compare(restore.length, 1);
            restore[0].clicked();
            compare(last(root.setup.deletedFields), ["restore", "field:fax"]);
        }

        function test_statusInUseSaysHowMany() {
            const names = all(page, "statusName");
            compare(names.length, 5);
            replaced(names[4], "Ally");
            keyClick(Qt.Key_Return);
            compare(last(root.setup.statuses), ["rename", ["partner-1", "Ally", 1, "Partner"]]);
            root.setup.statuses.calls = [];
            const removes = all(page, "remove");
            removes[removes.length - 1].clicked();
            tryVerify(() => findChild(findChild(page, "statuses"), "removeStatusDialog") !== null);
            const dialog = findChild(findChild(page, "statuses"), "removeStatusDialog");
            tryVerify(() => dialog.opened);
            verify(findChild(dialog.contentItem, "uses").text.includes("12"));
            compare(root.setup.statuses.calls, []);
            dialog.confirm();
            tryVerify(() => findChild(findChild(page, "statuses"), "removeStatusDialog") === null); // it no longer covers the page
            compare(last(root.setup.statuses), ["remove", "partner-1"]);
        }

        function test_targetIsMoney() {
            const target = findChild(page, "target");
            compare(target.text, "50000.00 EUR");
            replaced(target, "wrong");
            compare(findChild(page, "targetRow").problem, "This cannot be kept.");
            keyClick(Qt.Key_Return);
            compare(root.setup.workspace.calls, []);
            replaced(target, "60000 EUR");
            keyClick(Qt.Key_Return);
            compare(last(root.setup.workspace), ["set", ["revenueTarget", "60000 EUR", 1, "50000.00 EUR"]]);
        }
    }
}

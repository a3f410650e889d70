// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Conversations
import Frontdesk.Files
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

Item {
    id: root

    width: 700
    height: 900

    property url pixel: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
    property SharedFile plan: SharedFile { name: "Plan.pdf"; sizeText: "1.2 MB" }
    property SharedFile photo: SharedFile { name: "Photo.png"; isPicture: true; picture: root.pixel; pictureWidth: 3000; pictureHeight: 2000 }
    property SharedFile face: SharedFile { name: "Face.png"; isPicture: true; picture: root.pixel; pictureWidth: 1; pictureHeight: 1 }
    property ConversationPage page: ConversationPage { title: "Maya Okafor" }
    property ConversationPage otherPage: ConversationPage { title: "Amira Haddad" }
    property Crm crm: Crm { }
    property RecordFilesModel recordFiles: RecordFilesModel { }
    property RecordFilesModel otherFiles: RecordFilesModel { }
    property RecordPicture picture: RecordPicture { }
    property RecordPicture otherPicture: RecordPicture { }
    property string chosen: "" + Qt.resolvedUrl("tst_Files.qml") // one that is there

    Component {
        id: filesOfOneThatIsLeft

        RecordFilesModel { }
    }
    Component {
        id: pictureOfOneThatIsLeft

        RecordPicture { }
    }

    ConversationPane {
        id: pane
        width: parent.width
        height: 400
        page: root.page
    }
    MessageBubble {
        id: bubble
        y: 420
        authorName: ""
        text: ""
        files: []
        timeText: "09:41"
        fullTimeText: "20 November 2026, 09:41:12"
        own: false
        delivery: ""
        maximumWidth: 400
    }
    FilesPart {
        id: part
        x: 420
        y: 420
        width: 280
        files: root.recordFiles
        crm: root.crm
    }
    RecordPortrait {
        id: portrait
        x: 420
        y: 800
        picture: root.picture
        name: "Maya"
        initials: "MO"
        colorKey: "maya"
    }

    SignalSpy { id: calledOff; target: bubble; signalName: "fileCalledOff" }

    TestCase {
        name: "Files"
        when: windowShown

        function init() {
            root.page.composer.files.files = [];
            root.page.composer.files.calls = [];
            root.page.composer.files.problem = "";
            root.page.composer.files.busy = false;
            root.page.composer.text = "";
            root.plan.calls = [];
            root.plan.state = "here";
            root.plan.problem = "";
            root.plan.mayBeOpened = true;
            bubble.text = "";
            bubble.files = [];
            bubble.delivery = "";
            bubble.edited = false;
            calledOff.clear();
            tryVerify(() => !findChild(portrait, "pictureMenu"), 5000, "what the test before has opened is gone");
            root.recordFiles.values = [];
            root.recordFiles.calls = [];
            root.recordFiles.problem = "";
            root.picture.file = null;
            root.picture.calls = [];
            root.crm.calls = [];
        }

        // Items of a menu have their places when it has opened.
        function pictureMenuItem(name) {
            tryVerify(() => findChild(portrait, "pictureMenu")?.opened ?? false);
            return findChild(findChild(portrait, "pictureMenu").contentItem, name);
        }

        function choose(button) {
            const dialog = findChild(button, "attachDialog");
            dialog.selectedFile = root.chosen;
            dialog.accepted();
        }

        function calls(of, name) {
            return of.calls.filter(call => call[0] === name).map(call => call[1]);
        }

        function test_whatIsAttachedStandsAboveTheTextAndCanBeTakenOff() {
            root.page.composer.files.files = [root.plan, root.photo];
            waitForRendering(pane);
            const chips = findChild(pane, "attached");
            verify(chips !== null);
            const chip = findChild(chips, "attachedFile");
            compare(findChild(chip, "name").text, "Plan.pdf");
            compare(findChild(chip, "save").visible, false);
            mouseClick(findChild(chip, "remove"));
            compare(calls(root.page.composer.files, "remove"), [0]);
        }

        function test_filesAloneCanBeSent() {
            root.page.composer.files.files = [root.plan];
            pane.takeFocus();
            keyClick(Qt.Key_Return);
            compare(calls(root.page.composer, "send"), [""]);
        }

        function test_whatIsDroppedOnThePaneIsAttached() {
            const drop = findChild(pane, "drop");
            drop.chosen(["file:///tmp/Plan.pdf", "file:///tmp/Photo.png"]);
            compare(calls(root.page.composer.files, "attach"), [["file:///tmp/Plan.pdf", "file:///tmp/Photo.png"]]);
        }

        function test_filesGoToTheConversationForWhichTheyWereAsked() {
            const attach = findChild(pane, "attach");
            mouseClick(attach);
            pane.page = root.otherPage; // as when an alert leads to another one
            choose(attach);
            pane.page = root.page;
            compare(calls(root.page.composer.files, "attach"), [[root.chosen]]);
            compare(root.otherPage.composer.files.calls, []);
        }

        function test_whatCouldNotBeAttachedIsSaid() {
            root.page.composer.files.problem = "“Large.bin” is too large.";
            const hint = findChild(pane, "hint");
            compare(hint.text, "“Large.bin” is too large.");
            compare(hint.color, Theme.colors.error);
        }

        function test_theButtonHasAName() {
            const button = findChild(pane, "attach");
            compare(button.Accessible.name, "Attach files");
            verify(button.activeFocusOnTab || button.focusPolicy & Qt.TabFocus);
        }

        function test_aFileInABubbleIsOpenedByClickAndByKey() {
            bubble.files = [root.plan];
            waitForRendering(bubble);
            const chip = findChild(bubble, "chip");
            compare(chip.Accessible.name, "File Plan.pdf, 1.2 MB");
            mouseClick(chip, 60, chip.height / 2);
            compare(calls(root.plan, "open").length, 1);
            chip.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(calls(root.plan, "open").length, 2);
            compare(findChild(chip, "save").Accessible.name, "Save Plan.pdf as…");
        }

        function test_aFileIsSavedWhereItWasAskedFor() {
            bubble.files = [root.plan];
            waitForRendering(bubble);
            const chip = findChild(bubble, "chip");
            mouseClick(findChild(chip, "save"));
            const dialog = findChild(chip, "saveDialog");
            chip.file = root.photo; // as when the row is taken for another message
            dialog.selectedFile = Qt.resolvedUrl("Plan.pdf");
            dialog.accepted();
            compare(calls(root.plan, "saveAs"), [Qt.resolvedUrl("Plan.pdf")]);
        }

        function test_aFileSaysHowFarItIsAndWhatWentWrong() {
            bubble.files = [root.plan];
            root.plan.state = "coming";
            root.plan.progress = 0.5;
            waitForRendering(bubble);
            const chip = findChild(bubble, "chip");
            compare(findChild(chip, "detail").text, "1.2 MB, is being fetched");
            compare(findChild(chip, "progress").value, 0.5);
            root.plan.state = "failed";
            root.plan.problem = "There is no such file.";
            compare(findChild(chip, "detail").text, "There is no such file.");
            compare(findChild(chip, "detail").color, Theme.colors.error);
            compare(chip.Accessible.description, "Try again");
            mouseClick(chip, 60, chip.height / 2);
            compare(calls(root.plan, "open").length, 1);
        }

        function test_whatWaitsIsCalledOffByMouseAndByKey() {
            bubble.files = [root.photo, root.plan];
            bubble.delivery = "queued";
            waitForRendering(bubble);
            const chip = findChild(bubble, "chip");
            const ofChip = findChild(chip, "remove");
            compare(ofChip.Accessible.name, "Do not send Plan.pdf");
            mouseClick(ofChip);
            compare(calledOff.signalArguments[0][0], 1);
            const ofPicture = findChild(bubble, "callOff");
            compare(ofPicture.Accessible.name, "Do not send Photo.png");
            verify(ofPicture.focusPolicy & Qt.TabFocus);
            ofPicture.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(calledOff.count, 2);
            compare(calledOff.signalArguments[1][0], 0);
            compare(calls(root.photo, "open").length, 0);
            bubble.edited = true; // the change waits, the file is there
            verify(!ofChip.visible);
            bubble.edited = false;
            bubble.delivery = "sending";
            verify(!ofChip.visible);
        }

        function test_aFileOfARecordIsCalledOffWhileItWaits() {
            root.recordFiles.values = [{ record: "file:1", file: root.plan, detail: "You, now", waiting: true, unsent: true }];
            waitForRendering(part);
            const remove = findChild(findChild(part, "file"), "remove");
            compare(remove.Accessible.name, "Do not send Plan.pdf");
            mouseClick(remove);
            compare(calls(root.recordFiles, "callOff"), ["file:1"]);
            compare(calls(root.crm, "moveToBin"), []);
        }

        function test_whatIsSeenIsToldSo() {
            bubble.files = [root.plan];
            compare(calls(root.plan, "see").length, 1);
        }

        function test_aPictureIsShownNoLargerThanItMayBe() {
            bubble.files = [root.photo];
            waitForRendering(bubble);
            const image = findChild(bubble, "image");
            verify(image !== null);
            verify(image.width <= 320 && image.height <= 240);
            fuzzyCompare(image.width / image.height, 1.5, 0.02);
            verify(image.sourceSize.width <= 320); // decoded at the size that is shown, not at its own
            verify(bubble.width <= 400);
            compare(findChild(bubble, "chip"), null);
        }

        function test_aPictureThatCannotBeShownIsAFile() {
            const broken = Qt.createQmlObject("import Frontdesk.Models; SharedFile { name: 'Broken.png'; isPicture: true; picture: 'data:image/png;base64,AAAA'; pictureWidth: 100; pictureHeight: 100 }", root);
            ignoreWarning(/.*Error decoding.*/);
            bubble.files = [broken];
            tryVerify(() => findChild(bubble, "chip") !== null);
        }

        function test_textAndFilesStandBelowEachOther() {
            bubble.text = "Look at this";
            bubble.files = [root.plan];
            waitForRendering(bubble);
            const words = findChild(bubble, "words");
            const file = findChild(bubble, "file");
            verify(words.mapToItem(bubble, 0, 0).y >= file.mapToItem(bubble, 0, file.height).y);
            verify(bubble.height >= words.y + words.height);
            const both = bubble.height;
            bubble.text = "";
            waitForRendering(bubble);
            verify(bubble.height < both);
        }

        function test_filesOfARecordGoIntoTheBin() {
            root.recordFiles.values = [{ record: "file:1", file: root.plan, detail: "Amira Haddad, yesterday", waiting: false, unsent: false }];
            waitForRendering(part);
            const chip = findChild(part, "file");
            compare(findChild(chip, "remove").Accessible.name, "Move Plan.pdf to the bin");
            mouseClick(findChild(chip, "remove"));
            compare(calls(root.crm, "moveToBin"), ["file:1"]);
            root.recordFiles.problem = "“Empty.pdf” is empty.";
            compare(findChild(part, "problem").text, "“Empty.pdf” is empty.");
        }

        function test_filesAreAddedToTheRecordForWhichTheyWereAsked() {
            const add = findChild(part, "addFiles");
            mouseClick(add);
            part.files = root.otherFiles; // as when an alert leads to another record
            choose(add);
            part.files = root.recordFiles;
            compare(calls(root.recordFiles, "add"), [[root.chosen]]);
            compare(root.otherFiles.calls, []);
        }

        // Files that one would choose for nothing.
        function test_aDialogGoesWithWhatItWasAskedFor() {
            const leftFiles = filesOfOneThatIsLeft.createObject(root);
            part.files = leftFiles;
            mouseClick(findChild(part, "addFiles"));
            part.files = root.recordFiles;
            verify(findChild(findChild(part, "addFiles"), "attachDialog").visible);
            leftFiles.destroy();
            tryVerify(() => !findChild(findChild(part, "addFiles"), "attachDialog"));

            const leftPicture = pictureOfOneThatIsLeft.createObject(root);
            portrait.picture = leftPicture;
            mouseClick(portrait);
            portrait.picture = root.picture;
            verify(findChild(portrait, "pictureDialog").visible);
            leftPicture.destroy();
            tryVerify(() => !findChild(portrait, "pictureDialog"));
        }

        function test_aPictureIsChangedWhereItWasAskedFor() {
            mouseClick(portrait);
            portrait.picture = root.otherPicture;
            const dialog = findChild(portrait, "pictureDialog");
            dialog.selectedFile = root.chosen;
            dialog.accepted();
            compare(calls(root.picture, "change"), [root.chosen]);
            portrait.picture = root.picture;
            root.picture.file = root.face;
            mouseClick(portrait);
            const remove = pictureMenuItem("removePicture");
            portrait.picture = root.otherPicture;
            mouseClick(remove);
            portrait.picture = root.picture;
            compare(calls(root.picture, "remove").length, 1);
            compare(root.otherPicture.calls, []);
        }

        function test_thePictureOfAContactIsRemoved() {
            compare(portrait.Accessible.name, "Add a picture of Maya");
            root.picture.file = root.face;
            compare(portrait.Accessible.name, "Picture of Maya");
            tryVerify(() => findChild(portrait, "portrait").visible);
            portrait.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            verify(!pictureMenuItem("callOffPicture").visible);
            mouseClick(pictureMenuItem("removePicture"));
            compare(calls(root.picture, "remove").length, 1);
        }

        function test_aPictureThatWaitsIsCalledOff() {
            root.picture.file = root.face;
            root.picture.unsent = true;
            portrait.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            mouseClick(pictureMenuItem("callOffPicture"));
            compare(calls(root.picture, "callOff").length, 1);
            root.picture.file = null;
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Controls
import Frontdesk.Theme

Item {
    id: root

    width: 600
    height: 480

    Button { id: button; text: "Save" }
    Button { id: disabled; y: 40; text: "Save"; enabled: false }
    IconButton { id: iconButton; y: 80; iconName: "plus"; text: "New conversation" }
    Switch { id: toggle; y: 120; text: "Less motion" }
    SearchField { id: search; y: 160; placeholderText: "Find people" }
    FormField { id: field; y: 200; width: 240; label: "Name"; problem: "Somebody has this name already." }
    Segmented {
        id: segmented
        y: 280
        name: "Theme"
        value: "light"
        options: [{ value: "system", text: "System" }, { value: "light", text: "Light" }, { value: "dark", text: "Dark" }]
        onChosen: value => segmented.value = value
    }
    Badge { id: badge; y: 330; count: 0 }
    Icon { id: icon; y: 360; name: "inbox"; color: Theme.colors.accent }
    PresenceDot { id: dot; y: 400; presence: "online" }
    Avatar { id: avatar; y: 420; initials: "MO"; colorKey: "maya"; presence: "" }
    Label { id: label; y: 460; text: "<b>bold</b>" }
    Lazy {
        id: lazy
        active: false

        Item { objectName: "content" }
    }

    Dialog {
        id: dialog
        title: "Rename the group"
        confirmText: "Rename"
        confirmEnabled: nameField.text !== ""

        FormField {
            id: nameField
            anchors.fill: parent
            label: "Name"
            onAccepted: dialog.confirm()
        }
    }
    Menu {
        id: menu
        MenuItem { id: first; text: "Copy text" }
        MenuItem { id: second; text: "Remove" }
    }
    Menu {
        id: wideMenu
        MenuItem { id: wide; checked: true; iconName: "inbox" }
        MenuItem { text: "Remove" }
    }
    Button {
        id: narrow
        x: 400
        iconName: "plus"
    }
    Flickable {
        id: flickable
        x: 250
        width: 120
        height: 150
        contentHeight: 600

        FocusInSight { flickable: flickable }
        TextField { id: above; width: 120; height: 30 }
        TextField { id: middle; y: 200; width: 120; height: 30 }
        Button { id: tall; y: 250; width: 120; height: 300 }
        TextField { id: below; y: 570; width: 120; height: 30 }
    }
    FilterModel {
        id: filter
        nameRoles: ["name"]
        sourceModel: ListModel {
            id: names
            ListElement { name: "Ada" }
            ListElement { name: "Sam" }
            ListElement { name: "Samira" }
        }
    }

    Repeater {
        id: shown
        model: filter

        Item {
            required property string name
            required property var marks
        }
    }

    SignalSpy { id: clicks; target: button; signalName: "clicked" }
    SignalSpy { id: disabledClicks; target: disabled; signalName: "clicked" }
    SignalSpy { id: iconClicks; target: iconButton; signalName: "clicked" }
    SignalSpy { id: confirmed; target: dialog; signalName: "confirmed" }
    SignalSpy { id: copied; target: first; signalName: "triggered" }
    SignalSpy { id: removed; target: second; signalName: "triggered" }

    TestCase {
        name: "Controls"
        when: windowShown

        function init() {
            for (const spy of [clicks, disabledClicks, iconClicks, confirmed, copied, removed])
                spy.clear();
        }

        function test_buttonByMouseAndKeys() {
            mouseClick(button);
            compare(clicks.count, 1);
            verify(!button.visualFocus, "the mouse shows no ring");
            toggle.forceActiveFocus();
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.visualFocus);
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Enter);
            compare(clicks.count, 4);
        }

        function test_disabledButton() {
            mouseClick(disabled);
            compare(disabledClicks.count, 0);
        }

        function test_iconButtonHasAName() {
            compare(iconButton.Accessible.name, "New conversation");
            iconButton.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(iconClicks.count, 1);
        }

        function test_switchByKey() {
            toggle.checked = false;
            toggle.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(toggle.checked);
            compare(toggle.Accessible.name, "Less motion");
        }

        function test_searchFieldIsEmptiedByEscape() {
            search.forceActiveFocus();
            keyClick(Qt.Key_A);
            compare(search.text, "a");
            keyClick(Qt.Key_Escape);
            compare(search.text, "");
        }

        function test_fieldSaysWhatIsWrong() {
            compare(field.field.Accessible.name, "Name");
            compare(field.field.Accessible.description, "Somebody has this name already.");
        }

        function test_segmentedByArrows_data() {
            return [
                { tag: "left to right", mirrored: false, key: Qt.Key_Right, then: "dark" },
                { tag: "backwards", mirrored: false, key: Qt.Key_Left, then: "system" },
                { tag: "right to left", mirrored: true, key: Qt.Key_Right, then: "system" }
            ];
        }

        function test_segmentedByArrows(row) {
            segmented.LayoutMirroring.enabled = row.mirrored;
            segmented.LayoutMirroring.childrenInherit = true;
            segmented.value = "light";
            const light = findChild(segmented, "light");
            light.forceActiveFocus(Qt.TabFocusReason);
            keyClick(row.key);
            compare(segmented.value, row.then);
            segmented.LayoutMirroring.enabled = false;
        }

        function test_badge_data() {
            return [
                { tag: "none", count: 0, visible: false, text: "0" },
                { tag: "one", count: 1, visible: true, text: "1" },
                { tag: "most", count: 99, visible: true, text: "99" },
                { tag: "more", count: 100, visible: true, text: "99+" }
            ];
        }

        function test_badge(row) {
            badge.count = row.count;
            compare(badge.visible, row.visible);
            compare(badge.text, row.text);
        }

        function test_iconIsDrawnInItsColour() {
            tryCompare(icon, "status", Image.Ready);
            const picture = grabImage(icon);
            let tinted = false;
            for (let x = 0; x < icon.width && !tinted; ++x) {
                for (let y = 0; y < icon.height && !tinted; ++y)
                    tinted = Qt.colorEqual(picture.pixel(x, y), Theme.colors.accent);
            }
            verify(tinted);
        }

        // Shape as well as colour: the pictures differ when they are made grey.
        function test_presenceDiffersInShape() {
            const pictures = [];
            for (const presence of ["online", "away", "dnd", "offline"]) {
                dot.presence = presence;
                wait(0);
                const picture = grabImage(dot);
                let shape = "";
                for (let x = 0; x < dot.width; ++x) {
                    for (let y = 0; y < dot.height; ++y)
                        shape += Qt.colorEqual(picture.pixel(x, y), dot.ground) ? " " : "x";
                }
                verify(pictures.indexOf(shape) < 0, presence + " looks like another");
                pictures.push(shape);
            }
        }

        function test_textOfOthersIsPlain() {
            compare(label.textFormat, Text.PlainText);
        }

        function test_lazy() {
            compare(lazy.item, null);
            lazy.active = true;
            compare(lazy.item.objectName, "content");
            lazy.active = false;
            compare(lazy.item, null);
        }

        function test_dialog() {
            dialog.open();
            tryVerify(() => dialog.opened);
            nameField.field.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(confirmed.count, 0, "nothing to confirm yet");
            keyClick(Qt.Key_B);
            keyClick(Qt.Key_Return);
            compare(confirmed.count, 1);
            tryVerify(() => !dialog.visible);

            dialog.open();
            tryVerify(() => dialog.opened);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !dialog.visible);
            compare(confirmed.count, 1, "Escape changes nothing");
        }

        function test_menuByKeys() {
            menu.popup(root, 10, 10);
            tryVerify(() => menu.opened);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(copied.count, 0);
            compare(removed.count, 1);
        }

        // The label that shows a text in a control.
        function labelIn(item, text) {
            if (item.text === text && item.truncated !== undefined)
                return item;
            for (const child of Array.from(item.children)) {
                const found = labelIn(child, text);
                if (found)
                    return found;
            }
            return null;
        }

        function test_aMenuIsAsWideAsItsTexts_data() {
            return [
                { tag: "short", text: "Copy", width: 200, cut: false },
                { tag: "long", text: "Take the conversation to the Refunds EU", width: -1, cut: false },
                { tag: "longer than there is room", text: "Take the conversation to somebody else ".repeat(5), width: 420, cut: true }
            ];
        }

        function test_aMenuIsAsWideAsItsTexts(row) {
            wide.text = row.text;
            wideMenu.popup(root, 10, 10);
            tryVerify(() => wideMenu.opened);
            const label = labelIn(wide, row.text);
            if (row.width > 0)
                tryCompare(wideMenu, "width", row.width);
            else
                tryVerify(() => wideMenu.width > 200 && wideMenu.width < 420);
            compare(wide.width, wideMenu.availableWidth);
            tryCompare(label, "truncated", row.cut);
            const end = label.mapToItem(wide, label.width, 0).x;
            verify(end <= wide.indicator.x, "the tick has its room");
            wideMenu.close();
            tryVerify(() => !wideMenu.visible);
        }

        function test_aTextStaysInsideOfItsButton() {
            for (const text of ["Save", "Try again", "Import contacts…", "Wiederherstellen"]) {
                narrow.width = undefined;
                narrow.text = text;
                waitForRendering(narrow);
                const label = labelIn(narrow, text);
                verify(!label.truncated, text);
                narrow.width = Math.ceil(label.implicitWidth) + 16 + Theme.space8 + narrow.leftPadding + narrow.rightPadding;
                waitForRendering(narrow);
                verify(!label.truncated, text + " has just the room it needs");
                narrow.width = 300;
                tryVerify(() => Math.abs(label.mapToItem(narrow, label.width, 0).x + label.mapToItem(narrow, -16 - Theme.space8, 0).x - narrow.width) < 3); // in the middle, with the icon
            }
            narrow.text = "A text that is longer than its button";
            narrow.width = 120;
            const label = labelIn(narrow, narrow.text);
            tryCompare(label, "truncated", true);
            verify(label.mapToItem(narrow, label.width, 0).x <= narrow.width - narrow.rightPadding);
        }

        function test_whatTheKeyboardComesToIsInSight() {
            above.forceActiveFocus(Qt.TabFocusReason);
            tryCompare(flickable, "contentY", 0);
            middle.forceActiveFocus(Qt.TabFocusReason);
            tryCompare(flickable, "contentY", 200 + 30 + Theme.space8 - 150);
            tall.forceActiveFocus(Qt.TabFocusReason);
            tryCompare(flickable, "contentY", 250 - Theme.space8);
            below.forceActiveFocus(Qt.TabFocusReason);
            tryCompare(flickable, "contentY", 450);
            above.forceActiveFocus(Qt.BacktabFocusReason);
            tryCompare(flickable, "contentY", 0);
            search.forceActiveFocus();
            flickable.contentY = 150; // the upper part of the tall one can be seen
            mousePress(tall, 10, 10);
            verify(tall.activeFocus);
            waitForRendering(flickable);
            compare(flickable.contentY, 150, "it does not go away under the mouse");
            mouseRelease(tall, 10, 10);
        }

        function test_whatHasJustComeIsInSight() {
            above.forceActiveFocus(Qt.TabFocusReason);
            tryCompare(flickable, "contentY", 0);
            below.y = 0;
            below.forceActiveFocus(Qt.OtherFocusReason);
            below.y = 570; // it is laid out after that
            tryCompare(flickable, "contentY", 450);
        }

        function test_filter() {
            filter.text = "SAM";
            compare(filter.count, 2);
            filter.limit = 1;
            compare(filter.count, 1);
            filter.text = "";
            compare(filter.count, 1);
            filter.limit = 0;
            compare(filter.count, 3);
            filter.text = "sam";
            names.append({ name: "Samuel" });
            compare(filter.count, 3);
            filter.limit = 2;
            names.remove(1);
            compare(filter.count, 2, "another one moves up");
            filter.text = "nobody";
            compare(filter.count, 0);
        }

        function test_filterRanksAndMarks() {
            names.clear();
            for (const name of ["Railroad Ltd", "The Road", "Müller & Söhne", "Roadworks", "お客様対応", "Road"])
                names.append({ name: name });
            filter.limit = 0;
            const found = text => {
                filter.text = text;
                return Array.from({ length: filter.count }, (_, row) => shown.itemAt(row).name);
            };
            compare(found("muller").length, 1, "without its dots");
            compare(found("hne").length, 1, "inside of a word");
            compare(found("対応").length, 1, "in a script without spaces");
            compare(found("from:me road").length, 0, "that is for messages");
            compare(found("road -the ").length, 3);
            compare(found("road"), ["Road", "The Road", "Roadworks", "Railroad Ltd"], "whole words, beginnings, inside");
            compare(shown.itemAt(3).marks, [{ from: 4, length: 4 }]);
            names.setProperty(2, "name", "Road to Müller");
            compare(filter.count, 5, "a new name is looked at");
            names.clear();
            for (const name of ["Ada", "Sam", "Samira"])
                names.append({ name: name });
            filter.text = "";
        }
    }
}

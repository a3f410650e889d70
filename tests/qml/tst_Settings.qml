// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Settings
import "../gallery"

Item {
    id: root

    width: 900
    height: 900

    property SampleApp app: SampleApp { }

    SettingsPage {
        id: page
        anchors.fill: parent
        app: root.app
        workspace: root.app.workspace
    }

    TestCase {
        name: "Settings"
        when: windowShown

        function initTestCase() {
            waitForRendering(page);
        }

        function test_theme() {
            mouseClick(findChild(page, "dark"));
            compare(root.app.settings.theme, "dark");
            mouseClick(findChild(page, "light"));
            compare(root.app.settings.theme, "light");
        }

        function test_language() {
            mouseClick(findChild(page, "de"));
            compare(root.app.settings.language, "de");
        }

        function test_motionAndContrast() {
            mouseClick(findChild(page, "highContrast"));
            verify(root.app.settings.highContrast);
            root.app.settings.reducedMotion = false;
            mouseClick(findChild(page, "reducedMotion"));
            verify(root.app.settings.reducedMotion);
        }

        function test_name() {
            const field = findChild(page, "name");
            const save = findChild(page, "save");
            verify(!save.enabled, "nothing changed yet");
            field.text = "  ";
            verify(!save.enabled, "a name is not empty");
            field.text = " Lena R. ";
            verify(save.enabled);
            mouseClick(save);
            compare(root.app.workspace.myName, "Lena R.");
        }

        function test_signOutAsks() {
            const dialog = findChild(page, "signOutDialog");
            mouseClick(findChild(page, "signOut"));
            tryVerify(() => dialog.opened);
            compare(root.app.calls.length, 0);
            dialog.confirm();
            compare(root.app.calls, [["signOut", null]]);
            tryVerify(() => !dialog.visible);
        }
    }
}

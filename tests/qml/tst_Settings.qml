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

        function test_profile_data() {
            return [
                { tag: "name", call: "setDisplayName", before: "Lena Roth", mayBeEmpty: false },
                { tag: "about", call: "setAbout", before: "Front desk, and everything about cards", mayBeEmpty: true }
            ];
        }

        function test_profile(data) {
            const row = findChild(page, data.tag);
            const field = findChild(row, "field");
            const save = findChild(row, "save");
            const lastCall = () => root.app.workspace.calls[root.app.workspace.calls.length - 1];
            compare(field.text, data.before);
            verify(!save.enabled, "nothing changed yet");
            field.text = "  ";
            compare(save.enabled, data.mayBeEmpty);
            field.text = "";
            mouseClick(field);
            root.app.workspace.myVersion = 3;
            for (const letter of " Lena R. ")
                keyClick(letter);
            root.app.workspace.myVersion = 4; // another device has changed something meanwhile
            verify(save.enabled);
            mouseClick(save);
            compare(lastCall(), [data.call, ["Lena R.", 3, data.before]]);
            verify(!save.enabled, "it is saved");
        }

        function test_visibility() {
            const teams = root.app.workspace.teams;
            const choice = findChild(page, "visibility");
            teams.mayChange = false;
            teams.mayChangeVisibility = false;
            verify(!choice.enabled, "an agent sees it and leaves it alone");
            verify(!findChild(page, "newTeam").visible);
            verify(!findChild(page, "editTeam").visible);
            teams.mayChangeVisibility = true;
            findChild(choice, "owner").clicked();
            compare(teams.calls[teams.calls.length - 1], ["setVisibility", "owner"]);
            compare(choice.value, "owner");
        }

        function test_teams() {
            const teams = root.app.workspace.teams;
            const lastCall = () => teams.calls[teams.calls.length - 1];
            teams.mayChange = true;
            const dialog = findChild(page, "teamDialog");
            findChild(page, "editTeam").clicked();
            tryVerify(() => dialog.opened);
            const name = findChild(dialog.contentItem, "teamName");
            compare(name.text, "North");
            name.text = "  ";
            dialog.confirm();
            verify(dialog.opened, "a team has a name");
            name.text = "Northern";
            dialog.confirm();
            tryVerify(() => !dialog.visible);
            compare(lastCall(), ["change", ["team:north", "Northern", ["amira", "lena", "maya"]]]);
            findChild(page, "newTeam").clicked();
            tryVerify(() => dialog.opened);
            compare(name.text, "");
            name.text = "East";
            dialog.confirm();
            compare(lastCall(), ["create", ["East", []]]);
            tryVerify(() => !dialog.visible);
            findChild(page, "removeTeam").clicked();
            compare(lastCall(), ["moveToBin", "team:north"]);
        }

        function test_sharing() {
            verify(findChild(page, "shareSettings").checked);
            verify(!findChild(page, "shareDrafts").checked);
            findChild(page, "shareDrafts").toggle();
            findChild(page, "shareDrafts").toggled();
            verify(root.app.settings.shareDrafts);
        }

        function test_proxy() {
            const network = root.app.network;
            network.proxyMode = "manual";
            compare(network.proxyMode, "manual");
            const address = findChild(page, "proxyAddress");
            const password = findChild(page, "proxyPassword");
            const save = findChild(page, "saveProxy");
            verify(!save.enabled, "nothing typed yet");
            address.text = "not an address";
            password.text = "hunter2";
            save.clicked();
            verify(findChild(page, "proxyRow").problem !== "");
            compare(address.text, "not an address", "what was typed stays");
            compare(password.text, "hunter2");
            address.text = "proxy.example.org:3128";
            save.clicked();
            compare(network.calls[network.calls.length - 1], ["setProxy", "proxy.example.org:3128", "", "hunter2"]);
            compare(findChild(page, "proxyRow").problem, "");
            compare(password.text, "", "a password stays nowhere");
            verify(network.proxyPasswordKept);
            verify(password.placeholderText !== "", "that one is kept is said in words");
            network.proxyMode = "system";
        }

        function test_certificateFile() {
            const field = findChild(page, "authorityFile");
            const save = findChild(page, "saveAuthority");
            verify(!save.enabled);
            field.text = "/tmp/none.txt";
            save.clicked();
            verify(findChild(page, "authorityRow").problem.includes("/tmp/none.txt"));
            field.text = "/tmp/ours.pem";
            save.clicked();
            compare(findChild(page, "authorityRow").problem, "");
            compare(root.app.network.authorityFile, "/tmp/ours.pem");
            verify(!save.enabled, "it is saved");
        }

        function test_keepingMessages() {
            compare(root.app.settings.keepDays, 0);
            findChild(page, "90").clicked();
            compare(root.app.settings.keepDays, 90);
            verify(findChild(page, "90").checked);
            findChild(page, "0").clicked();
            compare(root.app.settings.keepDays, 0);
        }

        function test_roomForFiles() {
            compare(root.app.settings.fileMegabytes, 500);
            findChild(page, "2000").clicked();
            compare(root.app.settings.fileMegabytes, 2000);
            findChild(page, "500").clicked();
            compare(root.app.settings.fileMegabytes, 500);
        }

        function test_clearingAsks() {
            const dialog = findChild(page, "clearDialog");
            const cleared = () => root.app.workspace.calls.filter(call => call[0] === "clearLocalData").length;
            findChild(page, "clearLocalData").clicked();
            tryVerify(() => dialog.opened);
            compare(cleared(), 0);
            dialog.confirm();
            compare(cleared(), 1);
            tryVerify(() => !dialog.visible);
        }

        function test_whatTheKeyboardComesToIsInSight() {
            const flickable = findChild(page, "settingsPage");
            const signOut = findChild(page, "signOut");
            const isInSight = () => {
                const y = signOut.mapToItem(flickable, 0, 0).y;
                return y >= 0 && y + signOut.height <= flickable.height;
            };
            root.height = 300;
            flickable.contentY = 0;
            waitForRendering(page);
            verify(!isInSight());
            signOut.forceActiveFocus(Qt.TabFocusReason);
            tryVerify(isInSight);
            root.height = 900;
            waitForRendering(page);
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

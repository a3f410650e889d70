// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    enum Stage { Welcome, Opening, Ready, Failed }

    property int stage: workspace ? AppController.Ready : AppController.Welcome
    property string problem: ""
    property Workspace workspace: null
    property Settings settings: Settings { }
    property NetworkSettings network: NetworkSettings { }
    property NoticeListModel notices: NoticeListModel { }
    property bool signingIn: false
    property string signInProblem: ""
    property string signInPlace: "Sign-ins are kept in this computer's keychain."
    property string alertPlace: "Alerts are notifications of this computer."
    property string version: "0.1.0"
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function openThisComputer(name: string) { record("openThisComputer", name); }
    function joinTeam(address: string, name: string, password: string) { record("joinTeam", [address, name, password]); }
    function lookAround() { record("lookAround", null); }
    function tryAgain() { record("tryAgain", null); }
    function backToWelcome() { record("backToWelcome", null); }
    function signOut() { record("signOut", null); }
    function signInAgain(password: string) { record("signInAgain", password); }
}

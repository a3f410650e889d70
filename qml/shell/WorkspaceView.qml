// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Connection
import Frontdesk.Controls
import Frontdesk.Conversations
import Frontdesk.Models
import Frontdesk.Theme

// An open workspace: top bar, navigation rail and one of its places.
Rectangle {
    id: view

    required property AppController app
    required property Workspace workspace
    property string place: "inbox"
    readonly property list<string> places: ["inbox", "team", "contacts", "deals", "dashboard", "activity", "settings", "search"] // in the order of the pages below

    property T.Popup commandPalette: null // since it was asked for
    readonly property alias inspector: topBar.inspector
    readonly property bool asking: Array.from(T.Overlay.overlay?.children ?? []).some(item => item.objectName === "scrim") // a dialog is open
    property var following: null // goes where an alert leads, once no dialog is open

    signal jumpAsked
    signal searchAsked

    function jump() {
        if (commandPalette === null)
            commandPalette = palette.create(view, { view: view });
        jumpAsked();
    }

    function inspect() {
        topBar.inspect();
    }

    function startConversation() {
        newConversation.create(view, { view: view });
    }

    function openSearch() {
        place = "search";
        searchAsked();
    }

    // Where a record can be seen and changed: "conversation:ID", "contact:ID" …, or "person:ID", which is one's own.
    function showRecord(record: string) {
        const [kind, id] = record.split(":");
        if (kind !== "conversation" && kind !== "person") {
            workspace.crm.open(record);
            place = kind === "deal" ? "deals" : "contacts";
        } else if (kind === "conversation") {
            workspace.openConversation(id);
            place = "inbox";
            inbox.showDetails(true);
        } else {
            place = "settings";
        }
    }

    // The same at a note of it.
    function showNote(record: string, note: string) {
        showRecord(record);
        if (note !== "")
            workspace.crm.openNote(record, note);
    }

    // Going elsewhere takes the page away, and with it the dialog that stands on it and what is typed there.
    function follow(go: var) {
        following = asking ? go : null;
        if (!asking)
            go();
    }

    function importFile(kind: string) {
        importPopup.create(view, { view: view, kind: kind });
    }

    function exportShown(kind: string) {
        const crm = workspace.crm;
        const records = kind === "company" ? crm.companies : kind === "deal" ? crm.deals : crm.contacts;
        exportPopup.create(view, { view: view, records: records });
    }

    component Place: LazyFile {
        required property string name

        active: view.place === name
        values: ({ view: view })
    }

    color: Theme.colors.window

    Binding { target: view.workspace.alerts; property: "windowActive"; value: view.Window.active }
    Binding { target: view.workspace.alerts; property: "place"; value: view.place }
    Connections {
        target: view.workspace.alerts

        function onMessageChosen(conversation: string, number: int) {
            view.follow(() => {
                view.workspace.openMessage(conversation, number);
                view.place = "inbox";
            });
        }
        function onRecordChosen(record: string, note: string) { view.follow(() => view.showNote(record, note)); }
        function onPlaceChosen(place: string) { view.follow(() => view.place = place); }
    }
    Timer { // once the dialog has ended what it was about
        interval: 1
        running: view.following !== null && !view.asking
        onTriggered: {
            const go = view.following;
            view.following = null;
            go();
        }
    }
    Shortcut { sequence: "Ctrl+K"; onActivated: view.jump() }
    Shortcut { sequence: "Ctrl+Shift+F"; onActivated: view.openSearch() }
    Shortcut { sequence: "Ctrl+N"; onActivated: view.startConversation() }
    Shortcut {
        sequence: "Ctrl+Shift+E"
        enabled: view.place === "inbox" && view.workspace.current !== null
        onActivated: view.workspace.current.closed = !view.workspace.current.closed
    }
    Shortcut { sequence: "Ctrl+1"; onActivated: view.place = "inbox" }
    Shortcut { sequence: "Ctrl+2"; onActivated: view.place = "team" }
    Shortcut { sequence: "Ctrl+3"; onActivated: view.place = "contacts" }
    Shortcut { sequence: "Ctrl+4"; onActivated: view.place = "deals" }
    Shortcut { sequence: "Ctrl+5"; onActivated: view.place = "dashboard" }
    Shortcut { sequence: "Ctrl+6"; onActivated: view.place = "activity" }
    Shortcut { sequences: ["Ctrl+7", "Ctrl+,"]; onActivated: view.place = "settings" }
    Shortcut { sequence: "Alt+Down"; enabled: view.place === "inbox"; onActivated: inbox.step(1) }
    Shortcut { sequence: "Alt+Up"; enabled: view.place === "inbox"; onActivated: inbox.step(-1) }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TopBar {
            id: topBar
            workspace: view.workspace
            narrow: view.width < Theme.narrowWidth
            onJumpRequested: view.jump()
            Layout.fillWidth: true
        }
        Notices {
            notices: view.app.notices
            onShown: record => view.showRecord(record)
            Layout.fillWidth: true
        }
        RefusedChanges {
            changes: view.workspace.refusedChanges
            Layout.fillWidth: true
        }
        ConnectionBanner {
            app: view.app
            connection: view.workspace.connection
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            NavigationRail {
                workspace: view.workspace
                place: view.place
                onChosen: place => view.place = place
                Layout.fillHeight: true
            }
            Divider {
                Layout.fillHeight: true
            }
            StackLayout {
                currentIndex: Math.max(0, Array.from(view.places).indexOf(view.place))
                Layout.fillWidth: true
                Layout.fillHeight: true

                ConversationsPage {
                    id: inbox
                    workspace: view.workspace
                    settings: view.app.settings
                    onNewRequested: view.startConversation()
                    onRecordOpened: record => view.showRecord(record)
                }
                Place { name: "team"; file: Qt.resolvedUrl("places/TeamPlace.qml") }
                Place { name: "contacts"; file: Qt.resolvedUrl("places/ContactsPlace.qml") }
                Place { name: "deals"; file: Qt.resolvedUrl("places/DealsPlace.qml") }
                Place { name: "dashboard"; file: Qt.resolvedUrl("places/DashboardPlace.qml") }
                Place { name: "activity"; file: Qt.resolvedUrl("places/ActivityPlace.qml") }
                Place { name: "settings"; file: Qt.resolvedUrl("places/SettingsPlace.qml") }
                Place { name: "search"; file: Qt.resolvedUrl("places/SearchPlace.qml") }
            }
        }
    }

    PopupFile { id: palette; file: Qt.resolvedUrl("popups/PalettePopup.qml") }
    PopupFile { id: newConversation; file: Qt.resolvedUrl("popups/NewConversationPopup.qml") }
    PopupFile { id: importPopup; file: Qt.resolvedUrl("popups/ImportPopup.qml") }
    PopupFile { id: exportPopup; file: Qt.resolvedUrl("popups/ExportPopup.qml") }
}

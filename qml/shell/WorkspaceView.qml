// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Activity
import Frontdesk.Connection
import Frontdesk.Contacts
import Frontdesk.Controls
import Frontdesk.Conversations
import Frontdesk.Dashboard
import Frontdesk.Deals
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Search
import Frontdesk.Settings
import Frontdesk.Theme
import Frontdesk.Transfer

// An open workspace: top bar, navigation rail and one of its places.
Rectangle {
    id: view

    required property AppController app
    required property Workspace workspace
    property string place: "inbox"
    readonly property list<string> places: ["inbox", "team", "contacts", "deals", "dashboard", "activity", "settings", "search"] // in the order of the pages below

    readonly property alias commandPalette: commandPalette
    readonly property alias inspector: topBar.inspector

    function startConversation() {
        (newConversation.createObject(view) as NewConversationDialog).ask();
    }

    function openSearch() {
        place = "search";
        (search.item as SearchPage).takeFocus();
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

    function importFile(kind: string) {
        (importDialog.createObject(view, { kind: kind }) as ImportDialog).open();
    }

    function exportShown(kind: string) {
        const crm = workspace.crm;
        const records = kind === "company" ? crm.companies : kind === "deal" ? crm.deals : crm.contacts;
        (exportDialog.createObject(view, { records: records }) as ExportDialog).open();
    }

    color: Theme.colors.window

    Binding { target: view.workspace.alerts; property: "windowActive"; value: view.Window.active }
    Binding { target: view.workspace.alerts; property: "place"; value: view.place }
    Connections {
        target: view.workspace.alerts

        function onMessageChosen(conversation: string, number: int) {
            view.workspace.openMessage(conversation, number);
            view.place = "inbox";
        }
        function onRecordChosen(record: string, note: string) { view.showNote(record, note); }
        function onPlaceChosen(place: string) { view.place = place; }
    }
    Shortcut { sequence: "Ctrl+K"; onActivated: commandPalette.ask() }
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
            onJumpRequested: commandPalette.ask()
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
                Lazy {
                    active: view.place === "team"

                    TeamPage {
                        anchors.fill: parent
                        workspace: view.workspace
                        onConversationOpened: view.place = "inbox"
                    }
                }
                Lazy {
                    active: view.place === "contacts"

                    ContactsPage {
                        anchors.fill: parent
                        workspace: view.workspace
                        settings: view.app.settings
                    }
                }
                Lazy {
                    active: view.place === "deals"

                    DealsPage {
                        anchors.fill: parent
                        workspace: view.workspace
                        settings: view.app.settings
                    }
                }
                Lazy {
                    active: view.place === "dashboard"

                    DashboardPage {
                        anchors.fill: parent
                        workspace: view.workspace
                        onPlaceChosen: place => view.place = place
                    }
                }
                Lazy {
                    active: view.place === "activity"

                    ActivityPage {
                        anchors.fill: parent
                        workspace: view.workspace
                        onConversationOpened: view.place = "inbox"
                        onRecordChosen: record => view.showRecord(record)
                    }
                }
                Lazy {
                    active: view.place === "settings"

                    SettingsPage {
                        anchors.fill: parent
                        app: view.app
                        workspace: view.workspace
                    }
                }
                Lazy {
                    id: search
                    active: view.place === "search"

                    SearchPage {
                        anchors.fill: parent
                        workspace: view.workspace
                        onHitOpened: view.place = "inbox"
                        onSettingsChosen: view.place = "settings"
                    }
                }
            }
        }
    }

    CommandPalette {
        id: commandPalette
        workspace: view.workspace
        settings: view.app.settings
        onConversationChosen: view.place = "inbox"
        onPlaceChosen: place => view.place = place
        onNewConversationChosen: view.startConversation()
        onSearchChosen: view.openSearch()
        onRecordChosen: record => view.showRecord(record)
        onImportChosen: kind => view.importFile(kind)
        onExportChosen: kind => view.exportShown(kind)
    }
    Component {
        id: newConversation

        NewConversationDialog {
            workspace: view.workspace
            onStarted: view.place = "inbox"
            onClosed: destroy()
        }
    }
    Component {
        id: importDialog

        ImportDialog {
            crm: view.workspace.crm
            onClosed: destroy()
        }
    }
    Component {
        id: exportDialog

        ExportDialog {
            crm: view.workspace.crm
            onClosed: destroy()
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Dashboard
import Frontdesk.Models
import Frontdesk.Theme
import Frontdesk.Welcome
import "samples.mjs" as Samples

// All stories by name. `framed` shows the list beside the story, for looking around by hand.
Rectangle {
    id: gallery

    property string story: "inbox"
    property bool dark: false
    property bool framed: true
    readonly property var names: Object.keys(stories)

    readonly property var stories: ({
        "controls": controlsSheet,
        "inbox": inbox,
        "inbox-group": inboxGroup,
        "inbox-offline": inboxOffline,
        "inbox-deliveries": inboxDeliveries,
        "inbox-history": inboxHistory,
        "inbox-draft": inboxDraft,
        "inbox-edits": inboxEdits,
        "inbox-editing": inboxEditing,
        "inbox-conflict": inboxConflict,
        "inbox-closed": inboxClosed,
        "files": files,
        "inbox-none-open": inboxNoneOpen,
        "inbox-empty": inboxEmpty,
        "inbox-loading": inboxLoading,
        "inbox-contrast": inboxContrast,
        "inbox-mirrored": inboxMirrored,
        "palette": palette,
        "palette-messages": paletteMessages,
        "search": searchHits,
        "search-help": searchHelp,
        "search-filters": searchFilters,
        "search-server": searchServer,
        "search-offline": searchOffline,
        "search-server-problem": searchServerProblem,
        "search-names": searchNames,
        "search-none": searchNone,
        "search-problem": searchProblem,
        "inbox-found": inboxFound,
        "new-conversation": newConversation,
        "sign-in-needed": signInNeeded,
        "inspector": inspectorNow,
        "inspector-polling": inspectorPolling,
        "inspector-day": inspectorDay,
        "inspector-ledger": inspectorLedger,
        "test-running": testRunning,
        "test-failed": testFailed,
        "test-passed": testPassed,
        "certificate": certificateRefused,
        "notices": notices,
        "refused-changes": refusedChanges,
        "team": team,
        "contacts": contacts,
        "contact": contact,
        "contact-together": contactTogether,
        "contacts-empty": contactsEmpty,
        "contacts-chosen": contactsChosen,
        "contacts-view": contactsView,
        "contacts-conditions": contactsConditions,
        "contacts-duplicates": contactsDuplicates,
        "contacts-merge": contactsMerge,
        "import-file": importFile,
        "import-columns": importColumns,
        "import-trial": importTrial,
        "import-running": importRunning,
        "import-line": importLine,
        "import-finished": importFinished,
        "import-cancelled": importCancelled,
        "export": exportShown,
        "export-done": exportDone,
        "new-contact": newContact,
        "new-contact-own-fields": newContactOwnFields,
        "palette-records": paletteRecords,
        "deals-list": dealsList,
        "deals": deals,
        "deal": dealOpen,
        "dashboard": dashboard,
        "dashboard-offline": dashboardOffline,
        "dashboard-empty": dashboardEmpty,
        "dashboard-alarm": dashboardAlarm,
        "dashboard-alarm-set": dashboardAlarmSet,
        "dashboard-save": dashboardSave,
        "dashboard-whose": dashboardWhose,
        "wall-set-up": wallSetUp,
        "contacts-bulk-field": contactsBulkField,
        "wall": wallFigures,
        "wall-sales": wallSales,
        "wall-messages": wallMessages,
        "activity": activity,
        "activity-empty": activityEmpty,
        "settings": settings,
        "settings-conflict": settingsConflict,
        "settings-network": settingsNetwork,
        "settings-pipelines": settingsPipelines,
        "settings-fields": settingsFields,
        "settings-statuses": settingsStatuses,
        "settings-new-field": settingsNewField,
        "settings-teams": settingsTeams,
        "audit-log": auditLog,
        "settings-alerts": settingsAlerts,
        "mentions": mentions,
        "team-dialog": teamDialog,
        "charts": charts,
        "charts-reading": chartsReading,
        "charts-table": chartsTable,
        "charts-offline": chartsOffline,
        "charts-wall": chartsWall,
        "charts-states": chartStates,
        "charts-contrast": chartsReading,
        "charts-mirrored": chartsMirrored,
        "welcome": welcome,
        "welcome-here": welcomeHere,
        "welcome-join": welcomeJoin,
        "opening": opening,
        "failed": failed
    })

    // Of the first page below `item` that scrolls and is called so.
    function scrollToEnd(item: Item) {
        const page = find(item, "settingsPage") as Flickable;
        if (page)
            page.contentY = Math.max(0, page.contentHeight - page.height);
    }
    // The part of the settings that is called so comes to the top.
    function scrollTo(item: Item, name: string) {
        const page = find(item, "settingsPage") as Flickable;
        const part = page ? find(page, name) : null;
        if (part)
            page.contentY = Math.max(0, Math.min(page.contentHeight - page.height, part.mapToItem(page.contentItem, 0, 0).y - 16));
    }
    function find(item: Item, name: string): Item {
        if (item.objectName === name && item.visible)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = find(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }

    color: Theme.colors.window

    Binding { target: Theme; property: "mode"; value: gallery.dark ? "dark" : "light" }
    Binding { target: Theme; property: "reducedMotion"; value: !gallery.framed }
    Binding { target: Theme; property: "highContrast"; value: gallery.story.endsWith("-contrast") }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            visible: gallery.framed
            spacing: 0
            Layout.preferredWidth: 180
            Layout.fillHeight: true

            Button {
                kind: Button.Quiet
                text: gallery.dark ? "Light" : "Dark"
                onClicked: gallery.dark = !gallery.dark
            }
            ListView {
                model: gallery.names
                clip: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                delegate: ListRow {
                    id: entry

                    required property string modelData

                    width: ListView.view.width
                    implicitHeight: 32
                    highlighted: entry.modelData === gallery.story
                    contentItem: Label { text: entry.modelData; font: Theme.label }
                    onClicked: gallery.story = entry.modelData
                }
            }
        }
        Lazy {
            active: gallery.story !== ""
            content: gallery.stories[gallery.story] ?? null
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }

    SampleApp {
        id: sample
        problem: "The server at desk.acme.example does not answer. Check the address, or try again when you are online."
    }
    Component { id: controlsSheet; ControlsSheet { anchors.fill: parent } }
    Component { id: inbox; Story { } }
    Component { id: inboxGroup; Story { onPrepare: app => app.workspace.current = app.group } }
    Component {
        id: inboxOffline
        Story {
            onPrepare: app => {
                app.offline = true;
                app.direct.messages.values = Samples.direct.concat(Samples.deliveries.slice(4, 5));
            }
            onBuilt: view => view.inspector.open()
        }
    }
    Component { id: inboxDeliveries; Story { onPrepare: app => { app.direct.messages.values = Samples.deliveries; app.direct.typingText = ""; } } }
    Component {
        id: inboxHistory
        Story {
            onPrepare: app => {
                app.direct.messages.values = Samples.long(120);
                app.direct.messages.atOldest = false;
                app.direct.messages.loading = true;
                app.direct.messages.atNewest = false;
                app.direct.messages.newerCount = 12;
            }
        }
    }
    Component {
        id: inboxDraft
        Story {
            onPrepare: app => {
                app.direct.typingText = "";
                app.direct.composer.text = "Dear Maya,\n\nthank you for your patience. I have looked at the three payments of this week, and all of them went through.\n\nIs there anything else that I can do for you?";
            }
        }
    }
    Component { id: inboxClosed; ClosedStory { } }
    Component { id: files; FilesSheet { anchors.fill: parent } }
    Component { id: inboxNoneOpen; Story { onPrepare: app => app.workspace.current = null } }
    Component {
        id: inboxEmpty
        Story {
            onPrepare: app => {
                app.workspace.current = null;
                app.workspace.totalUnread = 0;
                app.workspace.conversations.values = [];
            }
        }
    }
    Component {
        id: inboxLoading
        Story {
            onPrepare: app => {
                app.workspace.conversations.values = [];
                app.workspace.conversations.loaded = false;
                app.direct.messages.values = [];
                app.direct.messages.loaded = false;
            }
        }
    }
    Component { id: contacts; Story { onBuilt: view => view.place = "contacts" } }
    Component { id: contact; Story { onPrepare: app => app.workspace.crm.current = app.contact; onBuilt: view => view.place = "contacts" } }
    Component {
        id: contactTogether
        Story {
            onPrepare: app => {
                app.contact.conflicts.values = [];
                app.contact.fields.values = Samples.contactFieldsEdited;
                app.contact.viewers = Samples.viewers;
                app.contact.viewersText = "Amira, Jonas and Piotr are here too";
                app.workspace.crm.current = app.contact;
            }
            onBuilt: view => view.place = "contacts"
        }
    }
    Component { id: contactsEmpty; Story { onPrepare: app => app.workspace.crm.contacts.values = []; onBuilt: view => view.place = "contacts" } }
    Component {
        id: contactsChosen
        Story {
            onPrepare: app => {
                app.workspace.crm.undoText = "12 records got the tag “spring”.";
                for (const row of [1, 2, 4])
                    app.workspace.crm.contacts.selection.toggle(row);
            }
            onBuilt: view => view.place = "contacts"
        }
    }
    Component {
        id: contactsView
        Story {
            onPrepare: app => {
                app.workspace.crm.views.choose("segment:cold");
                app.workspace.crm.views.differs = true;
            }
            onBuilt: view => {
                view.place = "contacts";
                press(view, "chooseView");
            }
        }
    }
    Component {
        id: contactsConditions
        Story {
            onPrepare: app => app.workspace.crm.contacts.filters.values = Samples.conditions
            onBuilt: view => {
                view.place = "contacts";
                press(view, "conditions");
            }
        }
    }
    Component {
        id: contactsDuplicates
        Story {
            onBuilt: view => {
                view.place = "contacts";
                press(view, "duplicates");
            }
        }
    }
    Component {
        id: contactsMerge
        Story {
            onBuilt: view => {
                view.place = "contacts";
                app.workspace.crm.startMerge(["contact:maya", "contact:mo"]);
            }
        }
    }
    Component {
        id: importFile
        Story {
            onPrepare: app => app.workspace.crm.fileImport.unfinished = "fair-2026.csv"
            onBuilt: view => {
                view.place = "contacts";
                view.importFile("contact");
            }
        }
    }
    Component { id: importColumns; Story { onBuilt: view => importing(view, { step: ImportModel.Columns, problems: Samples.importProblems.slice(0, 1) }) } }
    Component {
        id: importTrial
        Story { onBuilt: view => importing(view, { step: ImportModel.Trial, rows: 2140, made: 2097, there: 40, wrong: 3, companies: 118, notes: 64, problems: Samples.importProblems }) }
    }
    Component { id: importRunning; Story { onBuilt: view => importing(view, { step: ImportModel.Running, busy: true, progress: 0.43, rows: 920, made: 901, there: 17, wrong: 2 }) } }
    Component {
        id: importLine
        Story {
            onPrepare: app => Object.assign(app.workspace.crm.fileImport, { step: ImportModel.Running, busy: true, progress: 0.43 })
            onBuilt: view => view.place = "contacts"
        }
    }
    Component {
        id: importFinished
        Story {
            onBuilt: view => importing(view, { step: ImportModel.Finished, rows: 2140, made: 2097, there: 40, wrong: 3, companies: 118, notes: 64, problems: Samples.importProblems,
                mendFile: "/home/lena/Documents/people-to-mend.csv", leftOut: "BDAY, PHOTO" })
        }
    }
    Component { id: importCancelled; Story { onBuilt: view => importing(view, { step: ImportModel.Finished, complete: false, rows: 920, made: 901, there: 17, wrong: 2 }) } }
    Component {
        id: exportShown
        Story {
            onBuilt: view => {
                view.place = "contacts";
                view.exportShown("contact");
                app.workspace.crm.fileExport.replaces = true;
            }
        }
    }
    Component {
        id: exportDone
        Story {
            onBuilt: view => {
                view.place = "contacts";
                view.exportShown("contact");
                app.workspace.crm.fileExport.written = 1204;
            }
        }
    }
    Component {
        id: newContact
        Story {
            onBuilt: view => {
                view.place = "contacts";
                press(view, "create");
            }
            onPressed: app.workspace.crm.candidates.values = app.workspace.crm.candidates.found
        }
    }
    Component {
        id: newContactOwnFields
        Story {
            onPrepare: app => app.workspace.crm.defined = [{ field: "x:size", label: "Size", type: "choice", required: true }, { field: "x:site", label: "Portal", type: "link", required: false }]
            onBuilt: view => {
                view.place = "contacts";
                press(view, "create");
            }
        }
    }
    Component {
        id: paletteRecords
        Story {
            onBuilt: view => {
                view.commandPalette.ask();
                view.commandPalette.write("maya");
            }
        }
    }
    Component {
        id: dealsList
        Story {
            onBuilt: view => {
                view.place = "deals";
                press(view, "list");
            }
        }
    }
    Component { id: deals; Story { onBuilt: view => view.place = "deals" } }
    Component { id: dealOpen; Story { onPrepare: app => app.workspace.crm.current = app.contact; onBuilt: view => view.place = "deals" } }
    Component { id: dashboard; Story { onBuilt: view => view.place = "dashboard" } }
    Component {
        id: dashboardOffline
        Story {
            onPrepare: app => {
                app.offline = true;
                app.workspace.dashboard.live = false;
                app.workspace.dashboard.online = false;
                app.workspace.dashboard.liveText = "Offline";
                app.workspace.dashboard.age = "as of 09:41";
            }
            onBuilt: view => view.place = "dashboard"
        }
    }
    Component {
        id: dashboardEmpty
        Story {
            onPrepare: app => {
                for (const chart of ["revenue", "funnel", "reasons", "volume", "people"])
                    app.workspace.dashboard[chart] = {};
                app.workspace.dashboard.tiles.values = Samples.tiles.map(tile => Object.assign({}, tile, { figure: "–", change: "", direction: "", picks: false }));
                app.workspace.dashboard.activity.values = [];
            }
            onBuilt: view => view.place = "dashboard"
        }
    }
    Component {
        id: dashboardAlarm
        Story {
            onPrepare: app => {
                app.workspace.dashboard.tiles.values = Samples.tiles.map((tile, place) => place === 0 ? Object.assign({}, tile, { alarm: "above 30" }) : tile);
            }
            onBuilt: view => view.place = "dashboard"
        }
    }
    Component {
        id: dashboardAlarmSet
        Story {
            id: settingAlarm
            onPrepare: app => app.workspace.dashboard.alarms = { "conversations.waiting": { above: "30", below: "many" } }
            onBuilt: view => {
                view.place = "dashboard";
                alarmDialog.createObject(view, { dashboard: settingAlarm.app.workspace.dashboard }).open();
            }

            Component {
                id: alarmDialog
                AlarmDialog { figure: "conversations.waiting"; label: "Waiting conversations"; unit: "count" }
            }
        }
    }
    Component {
        id: dashboardSave
        Story {
            id: saving
            onBuilt: view => {
                view.place = "dashboard";
                saveDialog.createObject(view, { dashboard: saving.app.workspace.dashboard }).open();
            }

            Component {
                id: saveDialog
                SaveChartDialog { card: "funnel"; label: "Funnel by stage"; frame: null; asPicture: false; problem: "/home/lena/Downloads cannot be written: No space left on device" }
            }
        }
    }
    Component {
        id: dashboardWhose
        Story {
            id: choosing
            onPrepare: app => app.workspace.dashboard.whose = "team:north"
            onBuilt: view => {
                view.place = "dashboard";
                choosing.press(view, "whose");
            }
        }
    }
    Component { id: wallSetUp; WallSetUpStory { } }
    Component { id: contactsBulkField; BulkFieldStory { } }
    component WallStory: Item {
        id: onWall

        property int page: 0
        readonly property SampleApp app: sampleOnWall.createObject(null) as SampleApp // without a parent, as in Story

        anchors.fill: parent

        Component {
            id: sampleOnWall
            SampleApp { }
        }
        WallView {
            anchors.fill: parent
            workspace: onWall.app.workspace
            page: onWall.page
        }
    }
    Component {
        id: wallFigures
        WallStory {
            Component.onCompleted: app.workspace.dashboard.tiles.values = Samples.tiles.map((tile, place) => place === 0 ? Object.assign({}, tile, { alarm: "above 30" }) : tile)
        }
    }
    Component { id: wallSales; WallStory { page: 1 } }
    Component { id: wallMessages; WallStory { page: 2 } }
    Component { id: inboxContrast; Story { } }
    Component {
        id: inboxMirrored
        Story {
            LayoutMirroring.enabled: true
            LayoutMirroring.childrenInherit: true
        }
    }
    Component { id: palette; Story { onBuilt: view => view.commandPalette.ask() } }
    Component {
        id: paletteMessages
        Story {
            onPrepare: app => {
                app.workspace.quickSearch.values = Samples.hits.slice(0, 4);
                app.workspace.quickSearch.more = true;
            }
            onBuilt: view => { view.commandPalette.ask(); view.commandPalette.write("ma"); view.commandPalette.move(-1); }
        }
    }
    Component {
        id: searchHits
        Story {
            onPrepare: app => {
                app.workspace.search.text = "marina ro";
                app.workspace.search.values = Samples.hits;
            }
            onBuilt: view => view.openSearch()
        }
    }
    Component { id: searchHelp; Story { onBuilt: view => view.openSearch() } }
    Component {
        id: searchFilters
        Story {
            onPrepare: app => {
                const search = app.workspace.search;
                search.text = "marina ro from:me in:harbour after:2026-09";
                search.filters = [{ text: "from:me", problem: "" }, { text: "in:harbour", problem: "No conversation is called “harbour”" }, { text: "after:2026-09", problem: "" }];
                search.order = "relevance";
                search.note = "Older messages are still being made searchable; this search goes on by itself.";
                search.values = Samples.hits.slice(0, 2);
            }
            onBuilt: view => view.openSearch()
        }
    }
    Component {
        id: searchServer
        Story {
            onPrepare: app => {
                const search = app.workspace.search;
                search.text = "marina ro";
                search.values = Samples.hits.map((hit, row) => Object.assign({}, hit, { onServerOnly: row > 2 }));
                search.searchingServer = true;
                search.note = "The server is being searched for what is not on this computer.";
            }
            onBuilt: view => view.openSearch()
        }
    }
    Component {
        id: searchOffline
        Story {
            onPrepare: app => {
                app.offline = true;
                const search = app.workspace.search;
                search.text = "marina ro";
                search.values = Samples.hits;
                search.note = "Only what is on this computer was searched: there is no connection to the server.";
            }
            onBuilt: view => view.openSearch()
        }
    }
    Component {
        id: searchServerProblem
        Story {
            onPrepare: app => {
                const search = app.workspace.search;
                search.text = "marina ro";
                search.values = Samples.hits.slice(0, 2);
                search.serverProblem = "The server has too much to search for at the moment; try again a little later.";
                search.note = "Only this computer could be searched, the server could not: " + search.serverProblem;
            }
            onBuilt: view => view.openSearch()
        }
    }
    Component {
        id: searchNames
        Story {
            onPrepare: app => {
                app.workspace.search.text = "ma";
                app.workspace.search.values = Samples.hits;
            }
            onBuilt: view => view.openSearch()
        }
    }
    Component {
        id: searchNone
        Story {
            onPrepare: app => app.workspace.search.text = "submarine"
            onBuilt: view => view.openSearch()
        }
    }
    Component {
        id: searchProblem
        Story {
            onPrepare: app => {
                app.workspace.search.text = "marina";
                app.workspace.search.problem = "The disk is full. Make some room, then try again.";
            }
            onBuilt: view => view.openSearch()
        }
    }
    Component {
        id: inboxFound
        Story {
            onPrepare: app => {
                const rows = Samples.long(16);
                rows[8].revealed = true;
                app.direct.messages.values = rows;
                app.direct.messages.revealedRow = 8;
                app.direct.messages.atNewest = false;
                app.direct.messages.newerCount = 214;
            }
        }
    }
    Component { id: inboxEdits; Story { onPrepare: app => app.direct.messages.values = Samples.edits } }
    Component {
        id: inboxEditing
        Story {
            onPrepare: app => {
                app.direct.typingText = "";
                app.direct.composer.editing = true;
                app.direct.composer.editedText = "Wonderful. I have noted it on your account so it will not happen again.";
                app.direct.composer.text = "Wonderful. I have noted it on your account, so that it will not happen again.";
            }
        }
    }
    Component {
        id: inboxConflict
        Story {
            onPrepare: app => {
                app.group.conflicts.values = Samples.conflicts;
                app.workspace.current = app.group;
            }
        }
    }
    Component { id: refusedChanges; Story { onPrepare: app => app.workspace.refusedChanges.values = Samples.refusedChanges } }
    Component {
        id: settingsConflict
        Story {
            onPrepare: app => app.workspace.profileConflicts.values = Samples.profileConflicts
            onBuilt: view => view.place = "settings"
        }
    }
    Component {
        id: settingsAlerts
        Story {
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.scrollTo(view, "messages"));
            }
        }
    }
    Component { id: mentions; MentionsSheet { anchors.fill: parent } }
    Component {
        id: settingsTeams
        Story {
            onPrepare: app => app.workspace.teams.mayChange = app.workspace.teams.mayChangeVisibility = true
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.scrollTo(view, "visibility"));
            }
        }
    }
    Component {
        id: auditLog
        Story {
            onPrepare: app => app.workspace.audit.allowed = true
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.find(view, "openAudit").clicked());
            }
        }
    }
    Component {
        id: teamDialog
        Story {
            onPrepare: app => app.workspace.teams.mayChange = true
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.find(view, "editTeam").clicked());
            }
        }
    }
    Component { id: newConversation; Story { onBuilt: view => view.startConversation() } }
    Component {
        id: signInNeeded
        Story {
            onPrepare: app => {
                app.offline = true;
                app.workspace.connection.state = ConnectionStatus.SignInNeeded;
                app.workspace.connection.badgeKind = "error";
                app.workspace.connection.badgeText = "Sign in again · 2 waiting";
            }
        }
    }
    Component { id: inspectorNow; Story { onBuilt: view => view.inspector.open() } }
    Component {
        id: inspectorPolling
        Story {
            onPrepare: app => {
                const connection = app.workspace.connection;
                connection.transport = "HTTP polling";
                connection.transportNote = "Something on the way, such as a proxy, does not let WebSocket through. HTTP does the same, a little slower; nothing is lost.";
                connection.badgeText = "Connected over HTTP · 45 ms";
                connection.stateText = "Connected over HTTP";
            }
            onBuilt: view => view.inspector.open()
        }
    }
    Component { id: inspectorDay; Story { onBuilt: view => { view.inspector.open(); view.inspector.part = "day"; } } }
    Component {
        id: inspectorLedger
        Story {
            onPrepare: app => {
                const connection = app.workspace.connection;
                connection.gaps = 1;
                connection.received = "48,207 events, 1 gap";
                connection.gapTexts = ["A conversation: changes 12 to 15"];
                connection.waitingText = "2 changes";
                connection.refused = "1 change, kept until you decide";
            }
            onBuilt: view => { view.inspector.open(); view.inspector.part = "ledger"; }
        }
    }
    Component {
        id: testRunning
        Story {
            onPrepare: app => app.testing(3, "running", "Testing…")
            onBuilt: view => { view.inspector.open(); view.inspector.part = "test"; }
        }
    }
    Component {
        id: testFailed
        Story {
            onPrepare: app => app.testing(2, "failed", "It fails at: Encryption")
            onBuilt: view => { view.inspector.open(); view.inspector.part = "test"; }
        }
    }
    Component {
        id: testPassed
        Story {
            onPrepare: app => app.testing(7, "passed", "All is well, in 113 ms")
            onBuilt: view => { view.inspector.open(); view.inspector.part = "test"; }
        }
    }
    Component {
        id: certificateRefused
        Story {
            onPrepare: app => {
                app.offline = true;
                const connection = app.workspace.connection;
                connection.badgeKind = "error";
                connection.badgeText = "The certificate is not trusted · 2 waiting";
                connection.stateText = "The certificate is not trusted";
                connection.certificateProblem = "The certificate of desk.acme.example has run out: it was valid until 3 November 2026.";
                connection.certificate = Samples.certificate;
                connection.lastError = connection.certificateProblem;
            }
        }
    }
    Component {
        id: notices
        Story {
            onPrepare: app => app.notices.values = [
                { noticeId: 1, text: "Name of the group: Jonas Weber changed it before you, to “Refunds EU”. That stays until one of you decides; yours, “Refunds Europe”, is kept.", code: "conflict.opened", record: "conversation:refunds" },
                { noticeId: 2, text: "The disk is full. New messages are shown but cannot be kept until there is room again.", code: "disk.full", record: "" }
            ]
        }
    }
    Component { id: team; Story { onBuilt: view => view.place = "team" } }
    Component { id: activity; Story { onBuilt: view => view.place = "activity" } }
    Component { id: activityEmpty; Story { onPrepare: app => app.workspace.activity.values = []; onBuilt: view => view.place = "activity" } }
    Component { id: settings; Story { onPrepare: app => app.settings.theme = "system"; onBuilt: view => view.place = "settings" } }
    Component {
        id: settingsNetwork
        Story {
            onPrepare: app => {
                app.network.proxyMode = "manual";
                app.network.proxyAddress = "http://proxy.acme.example:3128";
                app.network.proxyUser = "lena";
                app.network.proxyPasswordKept = true;
                app.network.authorityProblem = "There is no certificate in /home/lena/acme.txt";
            }
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.scrollToEnd(view));
            }
        }
    }
    Component {
        id: settingsPipelines
        Story {
            onPrepare: app => {
                app.renewals.conflicts.values = Samples.stagesConflict;
                app.workspace.crm.setup.open("pipeline:renewals");
            }
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.scrollTo(view, "pipelines"));
            }
        }
    }
    Component {
        id: settingsFields
        Story {
            onPrepare: app => app.workspace.crm.setup.open("field:size")
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.scrollTo(view, "fields"));
            }
        }
    }
    Component {
        id: settingsStatuses
        Story {
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => gallery.scrollTo(view, "statuses"));
            }
        }
    }
    Component {
        id: settingsNewField
        Story {
            onBuilt: view => {
                view.place = "settings";
                press(view, "newField");
            }
        }
    }
    Component { id: charts; ChartSheet { anchors.fill: parent } }
    Component { id: chartsReading; ChartSheet { anchors.fill: parent; reading: true } }
    Component { id: chartsTable; ChartSheet { anchors.fill: parent; asTable: true } }
    Component { id: chartsOffline; ChartSheet { anchors.fill: parent; age: "as of 3 m ago" } }
    Component { id: chartsWall; ChartSheet { anchors.fill: parent; large: true } }
    Component { id: chartStates; ChartStates { anchors.fill: parent } }
    Component {
        id: chartsMirrored
        ChartSheet {
            anchors.fill: parent
            reading: true
            LayoutMirroring.enabled: true
            LayoutMirroring.childrenInherit: true
        }
    }
    Component { id: welcome; WelcomePage { anchors.fill: parent; app: sample } }
    Component { id: welcomeHere; WelcomePage { anchors.fill: parent; app: sample; way: "here" } }
    Component { id: welcomeJoin; WelcomePage { anchors.fill: parent; app: sample; way: "join" } }
    Component { id: opening; OpeningPage { anchors.fill: parent } }
    Component { id: failed; FailedPage { anchors.fill: parent; app: sample } }
}

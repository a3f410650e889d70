// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Models
import "samples.mjs" as Samples

// A workspace with sample people, conversations and a healthy connection; stories change what they are about.
AppController {
    id: app

    property bool offline: false
    property ConversationPage direct: ConversationPage {
        conversationId: "maya"
        title: "Maya Okafor"
        subtitle: app.offline ? "Last seen 09:41, before the connection was lost" : "Online"
        initials: "MO"
        avatarKey: "maya"
        presence: app.offline ? "offline" : "online"
        typingText: app.offline ? "" : "Maya is typing"
        offlineHint: app.offline ? "Offline: you can read and write, everything is sent when you are back" : ""
        members.values: Samples.people.filter(person => person.userId === "maya" || person.userId === "lena").map(app.known)
        about: "Customer since 2024"
        labels: ["customer", "Lagos"]
        contact: app.contact
        messages.values: Samples.direct
    }
    property ConversationPage group: ConversationPage {
        conversationId: "refunds"
        kind: "group"
        title: "Refunds EU"
        subtitle: "5 people, 3 online"
        initials: "RE"
        avatarKey: "refunds"
        typingText: "Amira and Chen are typing"
        members.values: Samples.people.slice(0, 5).map(app.known)
        labels: ["EU", "refunds", "urgent"]
        messages.values: Samples.group
    }

    property RecordPage contact: RecordPage {
        record: "contact:maya"
        title: "Maya Okafor"
        subtitle: "Founder · Okafor Studio"
        initials: "MO"
        statusColor: "ok"
        statusText: "Customer"
        fields.values: Samples.contactFields
        conflicts.values: Samples.phoneConflict
        deals.values: Samples.contactDeals
        tasks.values: Samples.contactTasks
        notes.values: Samples.contactNotes
        history.values: Samples.contactHistory
    }
    property RecordPage renewals: RecordPage {
        record: "pipeline:renewals"
        kind: "pipeline"
        title: "Renewals"
        version: 7
    }
    property RecordPage sizeField: RecordPage {
        record: "field:size"
        kind: "field"
        title: "Size"
        version: 3
    }
    property Component deals: Component { RecordTableModel { columns: ["contact", "company", "value", "expectedClose", "owner"] } }

    // A column of the board with its deals.
    function column(stage: var): var {
        return Object.assign({}, stage, { count: stage.deals.length, deals: deals.createObject(app, { values: stage.deals.map(app.pictured) }) });
    }

    property SharedFile face: SharedFile {
        picture: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAY0lEQVR42g3JIQFFQQhFwR/sRSDCRiAAAolcQYAbAIE8Af+Ond8XWHACDzK4gYINfl9hxSm8yOIWKrZeNNacxptsbqNm+4UwcYSLFFdIrF4MNpzBhxzuoGHnBRgccEi4IFj4A6J/U6GnfmWJAAAAAElFTkSuQmCC"
    }
    property SharedFile noFace: SharedFile { } // a list wants something in every row

    function pictured(row: var): var {
        return Object.assign({ picture: ["contact:tomas", "contact:anke", "contact:grace"].includes(row.record) ? face : noFace }, row);
    }

    // Without a connection nobody knows any more who is there.
    function known(row: var): var {
        return offline ? Object.assign({}, row, row.presence ? { presence: "offline" } : {}, { typingText: "" }) : row;
    }

    // The test of the connection up to a step with that outcome.
    function testing(until: int, outcome: string, summary: string) {
        const test = workspace.connection.test;
        test.values = Samples.testSteps(until, outcome);
        test.started = true;
        test.running = outcome === "running";
        test.passed = outcome === "passed";
        test.summary = summary;
    }

    workspace: Workspace {
        label: "Acme Support"
        myId: "lena"
        myName: "Lena Roth"
        myInitials: "LR"
        myAbout: "Front desk, and everything about cards"
        shownPresence: app.offline ? "offline" : ownPresence
        totalUnread: 4
        current: app.direct
        conversations.values: Samples.conversations.map(app.known)
        people.values: Samples.people.map(app.known)
        teams {
            values: Samples.teams
            members: ({ "team:north": ["amira", "lena", "maya"] })
        }
        audit.entries.values: Samples.auditEntries
        activity.values: Samples.activities
        dashboard {
            tiles.values: Samples.tiles
            activity.values: Samples.activities
            revenue: Samples.revenue
            funnel: Samples.funnel
            reasons: Samples.reasons
            volume: Samples.messagesByHour
            people: Samples.owners
        }
        crm {
            contacts.values: Samples.contacts.map(app.pictured)
            deals.values: Samples.stages.reduce((all, stage) => all.concat(stage.deals), []).map(app.pictured)
            choices.values: Samples.contacts.map(app.pictured)
            views.values: Samples.savedViews
            found.all: Samples.foundRecords
            candidates.found: [{ record: "contact:maya", sentence: "Maya Okafor has the same e-mail address" }]
            duplicates.values: Samples.duplicateGroups
            sampleMerge {
                records: Samples.mergeRecords
                kept: "contact:maya"
                summary: "3 deals, tasks, notes or people move along."
                values: Samples.mergeFields
            }
            pages: ({ "contact:maya": app.contact })
            setup {
                pipelines.values: Samples.pipelines
                sampleStages.values: Samples.stageRows
                fields.values: Samples.definitions
                deletedFields.values: Samples.deletedDefinitions
                statuses.values: Samples.statuses
                pages: ({ "pipeline:renewals": app.renewals, "field:size": app.sizeField })
            }
            board {
                pipelines: [{ value: "sales", text: "Sales EU" }]
                pipeline: "sales"
                openText: "€ 108,020"
                weightedText: "€ 52,310"
                values: Samples.stages.map(app.column)
            }
        }

        connection {
            state: app.offline ? ConnectionStatus.Waiting : ConnectionStatus.Online
            badgeKind: app.offline ? "warn" : "ok"
            badgeText: app.offline ? "Reconnecting, attempt 3 · in 4 s · 2 waiting" : "Connected · 12 ms"
            stateText: app.offline ? "Reconnecting, attempt 3" : "Connected"
            server: "wss://desk.acme.example"
            transport: "WebSocket"
            received: "48,211 events, 0 gaps"
            waiting: app.offline ? 2 : 0
            waitingText: app.offline ? "2 changes" : "Nothing"
            reconnects: 3
            clockSkew: "Server 120 ms ahead"
            lastError: app.offline ? "The server cannot be reached" : ""
            latencySummary: "p50 12 ms · p99 41 ms"
            latencies: Samples.latencies(60)
            latencyTimes: Samples.latencyTimes(60)
            history.values: Samples.history
            heartbeat: app.offline ? "" : "09:41:28, every 25 s"
            traffic: "1.8 MB received, 214 kB sent"
            receivedUpTo: "Change 48,211 of the team's journal"
            fetched: "14 changes in 2 gaps"
            problems.values: Samples.problems
            test.values: Samples.testSteps(-1, "")
            flight {
                spans: Samples.flightSpans
                curves: Samples.flightCurves()
                ticks: Samples.flightTicks
                longest: 184
                summary: "Online 17 h 9 min of 18 h 2 min, lost 3 times"
            }
        }
    }
}

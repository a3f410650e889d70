// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Models
import "samples.mjs" as Samples

// The connection: its inspector, its test, and what ends it.
Stories {
    NamedStory {
        name: "sign-in-needed"
        Story {
            onPrepare: app => {
                app.offline = true;
                app.workspace.connection.state = ConnectionStatus.SignInNeeded;
                app.workspace.connection.badgeKind = "error";
                app.workspace.connection.badgeText = "Sign in again · 2 waiting";
            }
        }
    }
    NamedStory { name: "inspector"; Story { onBuilt: view => view.inspect() } }
    NamedStory {
        name: "inspector-polling"
        Story {
            onPrepare: app => {
                const connection = app.workspace.connection;
                connection.transport = "HTTP polling";
                connection.transportNote = "Something on the way, such as a proxy, does not let WebSocket through. HTTP does the same, a little slower; nothing is lost.";
                connection.badgeText = "Connected over HTTP · 45 ms";
                connection.stateText = "Connected over HTTP";
            }
            onBuilt: view => view.inspect()
        }
    }
    NamedStory { name: "inspector-day"; Story { onBuilt: view => { view.inspect(); view.inspector.part = "day"; } } }
    NamedStory {
        name: "inspector-ledger"
        Story {
            onPrepare: app => {
                const connection = app.workspace.connection;
                connection.gaps = 1;
                connection.received = "48,207 events, 1 gap";
                connection.gapTexts = ["A conversation: changes 12 to 15"];
                connection.waitingText = "2 changes";
                connection.refused = "1 change, kept until you decide";
            }
            onBuilt: view => { view.inspect(); view.inspector.part = "ledger"; }
        }
    }
    NamedStory {
        name: "test-running"
        Story {
            onPrepare: app => app.testing(3, "running", "Testing…")
            onBuilt: view => { view.inspect(); view.inspector.part = "test"; }
        }
    }
    NamedStory {
        name: "test-failed"
        Story {
            onPrepare: app => app.testing(2, "failed", "It fails at: Encryption")
            onBuilt: view => { view.inspect(); view.inspector.part = "test"; }
        }
    }
    NamedStory {
        name: "test-passed"
        Story {
            onPrepare: app => app.testing(7, "passed", "All is well, in 113 ms")
            onBuilt: view => { view.inspect(); view.inspector.part = "test"; }
        }
    }
    NamedStory {
        name: "certificate"
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
}

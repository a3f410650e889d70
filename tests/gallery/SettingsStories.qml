// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import "samples.mjs" as Samples

// Settings, the team and the log of what people did.
Stories {
    NamedStory { name: "team"; Story { onBuilt: view => view.place = "team" } }
    NamedStory { name: "settings"; Story { onPrepare: app => app.settings.theme = "system"; onBuilt: view => view.place = "settings" } }
    NamedStory {
        name: "settings-conflict"
        Story {
            onPrepare: app => app.workspace.profileConflicts.values = Samples.profileConflicts
            onBuilt: view => view.place = "settings"
        }
    }
    NamedStory {
        name: "settings-network"
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
                Qt.callLater(() => scrollToEnd(view));
            }
        }
    }
    NamedStory {
        name: "settings-pipelines"
        Story {
            onPrepare: app => {
                app.renewals.conflicts.values = Samples.stagesConflict;
                app.workspace.crm.setup.open("pipeline:renewals");
            }
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => scrollTo(view, "pipelines"));
            }
        }
    }
    NamedStory {
        name: "settings-fields"
        Story {
            onPrepare: app => app.workspace.crm.setup.open("field:size")
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => scrollTo(view, "fields"));
            }
        }
    }
    NamedStory {
        name: "settings-statuses"
        Story {
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => scrollTo(view, "statuses"));
            }
        }
    }
    NamedStory {
        name: "settings-new-field"
        Story {
            onBuilt: view => {
                view.place = "settings";
                press(view, "newField");
            }
        }
    }
    NamedStory {
        name: "settings-teams"
        Story {
            onPrepare: app => app.workspace.teams.mayChange = app.workspace.teams.mayChangeVisibility = true
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => scrollTo(view, "visibility"));
            }
        }
    }
    NamedStory {
        name: "audit-log"
        Story {
            onPrepare: app => app.workspace.audit.allowed = true
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => find(view, "openAudit").clicked());
            }
        }
    }
    NamedStory {
        name: "settings-alerts"
        Story {
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => scrollTo(view, "messages"));
            }
        }
    }
    NamedStory {
        name: "team-dialog"
        Story {
            onPrepare: app => app.workspace.teams.mayChange = true
            onBuilt: view => {
                view.place = "settings";
                Qt.callLater(() => find(view, "editTeam").clicked());
            }
        }
    }
}

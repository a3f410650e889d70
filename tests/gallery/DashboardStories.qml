// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Dashboard
import "samples.mjs" as Samples

// Figures, the wall, and what has happened.
Stories {
    NamedStory { name: "dashboard"; Story { onBuilt: view => view.place = "dashboard" } }
    NamedStory {
        name: "dashboard-offline"
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
    NamedStory {
        name: "dashboard-empty"
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
    NamedStory {
        name: "dashboard-alarm"
        Story {
            onPrepare: app => {
                app.workspace.dashboard.tiles.values = Samples.tiles.map((tile, place) => place === 0 ? Object.assign({}, tile, { alarm: "above 30" }) : tile);
            }
            onBuilt: view => view.place = "dashboard"
        }
    }
    NamedStory {
        name: "dashboard-alarm-set"
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
    NamedStory {
        name: "dashboard-save"
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
    NamedStory {
        name: "dashboard-whose"
        Story {
            id: choosing
            onPrepare: app => app.workspace.dashboard.whose = "team:north"
            onBuilt: view => {
                view.place = "dashboard";
                choosing.press(view, "whose");
            }
        }
    }
    NamedStory { name: "wall-set-up"; WallSetUpStory { } }
    NamedStory {
        name: "wall"
        WallStory {
            Component.onCompleted: app.workspace.dashboard.tiles.values = Samples.tiles.map((tile, place) => place === 0 ? Object.assign({}, tile, { alarm: "above 30" }) : tile)
        }
    }
    NamedStory { name: "wall-sales"; WallStory { page: 1 } }
    NamedStory { name: "wall-messages"; WallStory { page: 2 } }
    NamedStory { name: "activity"; Story { onBuilt: view => view.place = "activity" } }
    NamedStory { name: "activity-empty"; Story { onPrepare: app => app.workspace.activity.values = []; onBuilt: view => view.place = "activity" } }
}

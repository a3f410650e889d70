// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import "samples.mjs" as Samples

// Looking for something: the palette and the search.
Stories {
    NamedStory { name: "palette"; Story { onBuilt: view => view.jump() } }
    NamedStory {
        name: "palette-messages"
        Story {
            onPrepare: app => {
                app.workspace.quickSearch.values = Samples.hits.slice(0, 4);
                app.workspace.quickSearch.more = true;
            }
            onBuilt: view => { view.jump(); view.commandPalette.write("ma"); view.commandPalette.move(-1); }
        }
    }
    NamedStory {
        name: "search"
        Story {
            onPrepare: app => {
                app.workspace.search.text = "marina ro";
                app.workspace.search.values = Samples.hits;
            }
            onBuilt: view => view.openSearch()
        }
    }
    NamedStory { name: "search-help"; Story { onBuilt: view => view.openSearch() } }
    NamedStory {
        name: "search-filters"
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
    NamedStory {
        name: "search-server"
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
    NamedStory {
        name: "search-offline"
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
    NamedStory {
        name: "search-server-problem"
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
    NamedStory {
        name: "search-names"
        Story {
            onPrepare: app => {
                app.workspace.search.text = "ma";
                app.workspace.search.values = Samples.hits;
            }
            onBuilt: view => view.openSearch()
        }
    }
    NamedStory {
        name: "search-none"
        Story {
            onPrepare: app => app.workspace.search.text = "submarine"
            onBuilt: view => view.openSearch()
        }
    }
    NamedStory {
        name: "search-problem"
        Story {
            onPrepare: app => {
                app.workspace.search.text = "marina";
                app.workspace.search.problem = "The disk is full. Make some room, then try again.";
            }
            onBuilt: view => view.openSearch()
        }
    }
    NamedStory {
        name: "palette-records"
        Story {
            onBuilt: view => {
                view.jump();
                view.commandPalette.write("maya");
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import "samples.mjs" as Samples

// Contacts, companies and deals.
Stories {
    NamedStory { name: "contacts"; Story { onBuilt: view => view.place = "contacts" } }
    NamedStory { name: "contact"; Story { onPrepare: app => app.workspace.crm.current = app.contact; onBuilt: view => view.place = "contacts" } }
    NamedStory {
        name: "contact-together"
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
    NamedStory { name: "contacts-empty"; Story { onPrepare: app => app.workspace.crm.contacts.values = []; onBuilt: view => view.place = "contacts" } }
    NamedStory {
        name: "contacts-chosen"
        Story {
            onPrepare: app => {
                app.workspace.crm.undoText = "12 records got the tag “spring”.";
                for (const row of [1, 2, 4])
                    app.workspace.crm.contacts.selection.toggle(row);
            }
            onBuilt: view => view.place = "contacts"
        }
    }
    NamedStory { name: "contacts-bulk-field"; BulkFieldStory { } }
    NamedStory {
        name: "contacts-view"
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
    NamedStory {
        name: "contacts-conditions"
        Story {
            onPrepare: app => app.workspace.crm.contacts.filters.values = Samples.conditions
            onBuilt: view => {
                view.place = "contacts";
                press(view, "conditions");
            }
        }
    }
    NamedStory {
        name: "contacts-duplicates"
        Story {
            onBuilt: view => {
                view.place = "contacts";
                press(view, "duplicates");
            }
        }
    }
    NamedStory {
        name: "contacts-merge"
        Story {
            onBuilt: view => {
                view.place = "contacts";
                app.workspace.crm.startMerge(["contact:maya", "contact:mo"]);
            }
        }
    }
    NamedStory {
        name: "new-contact"
        Story {
            onBuilt: view => {
                view.place = "contacts";
                press(view, "create");
            }
            onPressed: app.workspace.crm.candidates.values = app.workspace.crm.candidates.found
        }
    }
    NamedStory {
        name: "new-contact-own-fields"
        Story {
            onPrepare: app => app.workspace.crm.defined = [{ field: "x:size", label: "Size", type: "choice", required: true }, { field: "x:site", label: "Portal", type: "link", required: false }]
            onBuilt: view => {
                view.place = "contacts";
                press(view, "create");
            }
        }
    }
    NamedStory {
        name: "deals-list"
        Story {
            onBuilt: view => {
                view.place = "deals";
                press(view, "list");
            }
        }
    }
    NamedStory { name: "deals"; Story { onBuilt: view => view.place = "deals" } }
    NamedStory { name: "deal"; Story { onPrepare: app => app.workspace.crm.current = app.contact; onBuilt: view => view.place = "deals" } }
}

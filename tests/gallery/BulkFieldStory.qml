// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Records

// A defined field while somebody sets it for several contacts.
Story {
    id: story

    onPrepare: app => {
        app.workspace.crm.defined = [{ field: "x:site", label: "Portal", type: "link", required: false }, { field: "x:size", label: "Size", type: "choice", required: true }];
        for (const row of [1, 2, 4])
            app.workspace.crm.contacts.selection.toggle(row);
    }
    onBuilt: view => {
        view.place = "contacts";
        const editor = component.createObject(view, { crm: story.app.workspace.crm, fields: story.app.workspace.crm.defined, x: 720, y: 220 }) as BulkFieldEditor;
        editor.open();
    }

    Component {
        id: component

        BulkFieldEditor {
            kind: "contact"
        }
    }
}

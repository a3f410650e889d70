// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// A note that mentions somebody, one that somebody was led to, and the people that an "@" offers.
Rectangle {
    id: sheet

    readonly property SampleApp app: sample.createObject(null) as SampleApp // without a parent, as in Story

    function find(item: Item, name: string): Item {
        if (item.objectName === name)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = find(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }

    color: Theme.colors.surface

    Component {
        id: sample
        SampleApp { }
    }

    Component.onCompleted: {
        app.workspace.crm.people.values = app.workspace.people.values;
        const field = find(notes, "note") as TextArea;
        field.forceActiveFocus();
        field.text = "Ask @";
        field.cursorPosition = field.length;
    }

    ColumnLayout {
        x: Theme.space24
        y: Theme.space24
        width: Math.min(sheet.width - 2 * Theme.space24, 420)
        spacing: Theme.space24

        NoteRow {
            record: "note:1"
            title: "@Lena Roth, she asks for the invoice."
            body: "@Lena Roth, she asks for the invoice. Can you or @Amira Haddad call her?"
            mentions: [{ from: 0, length: 10 }, { from: 49, length: 13 }]
            detail: "Jonas Weber, Tue"
            waiting: false
            version: 1
            own: false
            change: null
            crm: sheet.app.workspace.crm
            Layout.fillWidth: true
        }
        NoteRow {
            record: "note:2"
            title: "@Lena Roth: done."
            body: "@Lena Roth: done."
            mentions: [{ from: 0, length: 10 }]
            detail: "Amira Haddad, Wed"
            waiting: true
            version: 1
            own: true
            change: BegunRecord { }
            crm: sheet.app.workspace.crm
            sought: true
            Layout.fillWidth: true
        }
        NoteRow {
            record: "note:3"
            title: "Asked @Amira Haddad to call."
            body: "Asked @Amira Haddad to call."
            mentions: []
            detail: "Lena Roth, Wed"
            waiting: false
            version: 1
            own: true
            change: BegunRecord {
                text: "Asked @Amira Haddad to call."
                open: true
            }
            crm: sheet.app.workspace.crm
            Layout.fillWidth: true
        }
        NotesPart {
            id: notes
            crm: sheet.app.workspace.crm
            page: sheet.app.contact
            Layout.fillWidth: true
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates
import Frontdesk
import "samples.mjs" as Samples

// A workspace in one state: `prepare` sets the state before it is built, `built` opens what is to be seen on top.
Item {
    id: story

    // Without a parent, so that it outlives what is bound to it.
    readonly property SampleApp app: sample.createObject(null) as SampleApp

    signal prepare(SampleApp app)
    signal built(WorkspaceView view)

    signal pressed // what was asked for, and what it opens is there

    // As a press on what has this name, once everything has its place.
    function press(view: Item, name: string) {
        finger.view = view;
        finger.name = name;
        finger.start();
    }

    // The first below `item`, or itself, that has this name and is shown.
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

    // The settings, which are open, to their end, and to the part that has this name.
    function scrollToEnd(view: Item) {
        const page = find(view, "settingsPage") as Flickable;
        if (page)
            page.contentY = Math.max(0, page.contentHeight - page.height);
    }
    function scrollTo(view: Item, name: string) {
        const page = find(view, "settingsPage") as Flickable;
        const part = page ? find(page, name) : null;
        if (part)
            page.contentY = Math.max(0, Math.min(page.contentHeight - page.height, part.mapToItem(page.contentItem, 0, 0).y - 16));
    }

    // An import that has come this far: values of an ImportModel.
    function importing(view: WorkspaceView, state: var) {
        const files = app.workspace.crm.fileImport;
        view.place = "contacts";
        view.importFile("contact");
        files.columns.values = Samples.importColumns;
        files.problems.values = state.problems ?? [];
        for (const name in state) {
            if (name !== "problems")
                files[name] = state[name];
        }
    }

    anchors.fill: parent
    Component.onCompleted: {
        story.prepare(app);
        story.built(Qt.createComponent("StoryView.qml").createObject(story, { app: app }) as WorkspaceView);
    }

    Timer {
        id: finger

        property Item view: null
        property string name: ""

        interval: 1
        onTriggered: {
            (story.find(view, name) as AbstractButton).clicked();
            story.pressed();
        }
    }
    Component {
        id: sample
        SampleApp { }
    }
}

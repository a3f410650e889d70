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

        function look(item: Item): AbstractButton {
            if (item.objectName === name && item.visible)
                return item as AbstractButton;
            for (let i = 0; i < item.children.length; ++i) {
                const found = look(item.children[i]);
                if (found)
                    return found;
            }
            return null;
        }

        interval: 1
        onTriggered: {
            look(view).clicked();
            story.pressed();
        }
    }
    Component {
        id: sample
        SampleApp { }
    }
}

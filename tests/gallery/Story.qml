// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk
import Frontdesk.Controls

// A workspace in one state: `prepare` sets the state before it is built, `built` opens what is to be seen on top.
Item {
    id: story

    // Without a parent, so that it outlives what is bound to it.
    readonly property SampleApp app: sample.createObject(null) as SampleApp

    signal prepare(SampleApp app)
    signal built(WorkspaceView view)

    anchors.fill: parent
    Component.onCompleted: {
        story.prepare(app);
        lazy.active = true;
        story.built(lazy.item as WorkspaceView);
    }

    Component {
        id: sample
        SampleApp { }
    }
    Lazy {
        id: lazy
        anchors.fill: parent
        active: false

        WorkspaceView {
            anchors.fill: parent
            app: story.app
            workspace: story.app.workspace
        }
    }
}

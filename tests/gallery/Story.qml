// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk

// A workspace in one state. `prepare` sets the state before it is built, `act` opens what is to be seen on top.
Item {
    id: story

    // Without a parent, so that it outlives what is bound to it.
    property SampleApp app: sample.createObject(null)
    property var prepare: null
    property var act: null

    Component.onCompleted: {
        if (prepare)
            prepare(app);
        loader.active = true;
        if (act)
            act(loader.item);
    }

    Component {
        id: sample
        SampleApp { }
    }
    Loader {
        id: loader
        anchors.fill: parent
        active: false
        sourceComponent: WorkspaceView {
            app: story.app
            workspace: story.app.workspace
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Dashboard

// A page of the wall.
Item {
    id: story

    property int page: 0
    readonly property SampleApp app: sample.createObject(null) as SampleApp // without a parent, as in Story

    anchors.fill: parent

    Component {
        id: sample
        SampleApp { }
    }
    WallView {
        anchors.fill: parent
        workspace: story.app.workspace
        page: story.page
    }
}

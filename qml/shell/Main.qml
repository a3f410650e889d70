// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme
import Frontdesk.Welcome

// The window. What it shows follows the stage of the program; `app` is an initial property.
T.ApplicationWindow {
    id: window

    required property AppController app

    property WorkspaceView workspaceView: null // the open workspace, null while there is none

    width: app.settings.remembered("width", 1280)
    height: app.settings.remembered("height", 820)
    minimumWidth: 420
    minimumHeight: 480
    visible: true
    color: Theme.colors.window
    font: Theme.body
    title: app.workspace ? (app.workspace.totalUnread > 0 ? qsTr("(%1) %2 – Frontdesk").arg(app.workspace.totalUnread).arg(app.workspace.label)
                                                          : qsTr("%1 – Frontdesk").arg(app.workspace.label)) : qsTr("Frontdesk")

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onClosing: {
        if (visibility === Window.Windowed) {
            app.settings.remember("width", width);
            app.settings.remember("height", height);
        }
    }

    Binding { target: Theme; property: "mode"; value: window.app.settings.theme }
    Binding { target: Theme; property: "highContrast"; value: window.app.settings.highContrast }
    Binding { target: Theme; property: "reducedMotion"; value: window.app.settings.reducedMotion }

    LazyFile { // until a workspace is open: what was typed is there again when that fails
        id: welcome

        function follow() {
            active = window.app.stage === AppController.Welcome || active && window.app.stage !== AppController.Ready;
        }

        anchors.fill: parent
        visible: window.app.stage === AppController.Welcome
        active: false
        file: Qt.resolvedUrl("Welcome/WelcomePage.qml")
        values: ({ app: window.app })
        Component.onCompleted: follow()

        Connections {
            target: window.app

            function onStageChanged() {
                welcome.follow();
            }
        }
    }
    Lazy {
        anchors.fill: parent
        active: window.app.stage === AppController.Opening

        OpeningPage {
            anchors.fill: parent
        }
    }
    LazyFile {
        anchors.fill: parent
        active: window.app.stage === AppController.Failed
        file: Qt.resolvedUrl("Welcome/FailedPage.qml")
        values: ({ app: window.app })
    }
    Repeater { // built anew for each workspace, and gone before it is
        model: window.app.workspace ? [window.app.workspace] : []
        onItemAdded: (index, item) => window.workspaceView = item as WorkspaceView
        onItemRemoved: window.workspaceView = null

        WorkspaceView {
            required property Workspace modelData

            anchors.fill: parent
            app: window.app
            workspace: modelData
        }
    }
}

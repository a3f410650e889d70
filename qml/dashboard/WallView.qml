// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The dashboard to be read across a room: one page after another. An arrow key turns the page, Space stops the turning, Esc leaves.
Rectangle {
    id: wall

    required property Workspace workspace
    property real seconds: dashboard.wall.seconds // that a page stays
    property int page: 0
    property bool paused: false

    readonly property DashboardModel dashboard: workspace.dashboard
    readonly property var pages: Array.from(dashboard.wall.pages)
    readonly property var shown: pages[Math.min(page, pages.length - 1)]
    readonly property var cards: ({ sales: ["revenue", "funnel"], messages: ["volume", "activity"], people: ["people", "reasons"] }) // of a page
    readonly property bool showsTiles: shown.name === "figures"

    signal leaving

    function turn(by: int) {
        page = (page + by + pages.length) % pages.length;
        timer.restart();
    }

    color: Theme.colors.window
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Dashboard on a wall: %1").arg(shown.title)
    Accessible.description: qsTr("An arrow key turns the page, Space stops the turning, Esc leaves")
    Keys.onEscapePressed: wall.leaving()
    Keys.onSpacePressed: wall.paused = !wall.paused
    Keys.onLeftPressed: wall.turn(wall.LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: wall.turn(wall.LayoutMirroring.enabled ? -1 : 1)

    Timer {
        id: timer
        interval: wall.seconds * 1000
        repeat: true
        running: wall.visible && !wall.paused
        onTriggered: wall.turn(1)
    }
    Connections {
        target: wall.dashboard

        function onAlarmRaised() {
            const tiles = wall.pages.findIndex(page => page.name === "figures");
            if (tiles < 0)
                return;
            wall.page = tiles;
            timer.restart();
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space24
        spacing: Theme.space24

        RowLayout {
            spacing: Theme.space16
            Layout.fillWidth: true

            Label {
                objectName: "title"
                text: wall.shown.title
                font: Theme.heading
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Chip {
                text: wall.dashboard.age !== "" ? qsTr("%1, %2").arg(wall.dashboard.liveText).arg(wall.dashboard.age) : wall.dashboard.liveText
                ink: wall.dashboard.live ? Theme.colors.ok : Theme.colors.warn
                ground: wall.dashboard.live ? Theme.colors.okSoft : Theme.colors.warnSoft
            }
            Item { Layout.fillWidth: true }
            Label {
                visible: wall.paused
                text: qsTr("Stopped here")
                font: Theme.wall
                color: Theme.colors.text2
            }
            Row {
                spacing: Theme.space8

                Repeater {
                    model: wall.pages.length

                    Rectangle {
                        required property int index

                        width: 12
                        height: 12
                        radius: 6
                        color: index === wall.page ? Theme.colors.accent : Theme.colors.line
                    }
                }
            }
            IconButton {
                objectName: "leave"
                iconName: "x"
                text: qsTr("Leave the wall (Esc)")
                onClicked: wall.leaving()
            }
        }
        GridLayout {
            id: tiles
            visible: wall.showsTiles
            columns: Math.max(1, Math.round(wall.width / 380))
            columnSpacing: Theme.space16
            rowSpacing: Theme.space16
            Layout.fillWidth: true
            Layout.fillHeight: true

            Repeater {
                model: wall.dashboard.tiles

                KpiTile {
                    required change
                    required direction
                    required upIs
                    required alarm

                    large: true
                    picks: false
                    comparedWith: wall.dashboard.comparedWith
                    age: wall.dashboard.age
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
        }
        RowLayout {
            visible: !wall.showsTiles
            spacing: Theme.space16
            Layout.fillWidth: true
            Layout.fillHeight: true

            Repeater {
                model: wall.cards[wall.shown.name] ?? []

                DashboardCell {
                    required property string modelData

                    name: modelData
                    workspace: wall.workspace
                    large: true
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
        }
    }
}

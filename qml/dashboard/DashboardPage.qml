// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The figures of the team as they change: tiles, charts, and what happens. It watches while it is to be seen.
Rectangle {
    id: page

    required property Workspace workspace

    readonly property DashboardModel dashboard: workspace.dashboard
    readonly property bool wide: width >= 1000

    signal placeChosen(string place)

    function open(figure: string) {
        const place = workspace.showRowsBehind(figure);
        if (place !== "")
            placeChosen(place);
    }

    // The tile is built anew where it goes; the keyboard goes with it.
    function moveTile(name: string, to: int) {
        dashboard.moveTile(name, to);
        for (let place = 0; place < tiles.count; ++place) {
            const tile = tiles.itemAt(place) as DashboardTile;
            if (tile?.name === name)
                tile.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    function save(card: string, frame: ChartFrame, asPicture: bool) {
        (saveDialog.createObject(page, { card: card, label: frame.title, frame: frame, asPicture: asPicture }) as SaveChartDialog).open();
    }

    color: Theme.colors.window
    Component.onCompleted: dashboard.watching = true
    Component.onDestruction: dashboard.watching = false

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space20
        anchors.bottomMargin: 0
        spacing: Theme.space16

        Flow {
            spacing: Theme.space12
            Layout.fillWidth: true

            Label {
                height: Theme.controlHeight
                text: qsTr("Dashboard")
                font: Theme.heading
                verticalAlignment: Text.AlignVCenter
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Item {
                implicitWidth: state.implicitWidth
                implicitHeight: Theme.controlHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: state.text

                Chip {
                    id: state
                    objectName: "state"
                    anchors.verticalCenter: parent.verticalCenter
                    text: page.dashboard.age !== "" ? qsTr("%1, %2").arg(page.dashboard.liveText).arg(page.dashboard.age) : page.dashboard.liveText
                    ink: page.dashboard.live ? Theme.colors.ok : Theme.colors.warn
                    ground: page.dashboard.live ? Theme.colors.okSoft : Theme.colors.warnSoft
                }
            }
            Segmented {
                name: qsTr("Period")
                value: page.dashboard.period
                options: page.dashboard.periods
                onChosen: value => page.dashboard.period = value
            }
            Segmented {
                objectName: "currency"
                visible: page.dashboard.currencies.length > 1
                name: qsTr("Currency of the charts")
                value: page.dashboard.currency
                options: page.dashboard.currencies
                onChosen: value => page.dashboard.currency = value
            }
            WhoseButton {
                objectName: "whose"
                dashboard: page.dashboard
            }
            IconButton {
                objectName: "wall"
                iconName: "monitor"
                text: qsTr("Show on a wall")
                onClicked: wall.createObject(page)
            }
            IconButton {
                id: more
                objectName: "more"
                iconName: "ellipsis"
                text: qsTr("More")
                onClicked: (moreMenu.createObject(more) as Menu).popup(more, 0, more.height + Theme.space4)
            }
        }
        Flickable {
            id: flickable

            contentHeight: content.implicitHeight + Theme.space20
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true

            FocusInSight { flickable: flickable }
            ColumnLayout {
                id: content

                width: flickable.width
                spacing: Theme.space12

                GridLayout {
                    id: tileGrid

                    readonly property int room: Math.max(1, Math.min(7, Math.floor((flickable.width + columnSpacing) / (168 + columnSpacing))))

                    columns: Math.ceil(Math.max(1, tiles.count) / Math.ceil(Math.max(1, tiles.count) / room)) // no tile alone in the last row
                    columnSpacing: Theme.space12
                    rowSpacing: Theme.space12
                    Layout.fillWidth: true

                    Repeater {
                        id: tiles
                        model: page.dashboard.tiles

                        DashboardTile {
                            id: tile
                            grid: tileGrid
                            comparedWith: page.dashboard.comparedWith
                            age: page.dashboard.age
                            onClicked: page.open(name)
                            onMoveAsked: to => page.moveTile(name, to)
                            onAlarmAsked: (alarmDialog.createObject(page, { figure: name, label: tile.label, unit: tile.unit }) as AlarmDialog).open()
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                    }
                }
                GridLayout {
                    id: cardGrid
                    columns: page.wide ? 3 : 1
                    columnSpacing: Theme.space12
                    rowSpacing: Theme.space12
                    Layout.fillWidth: true

                    Repeater {
                        model: page.dashboard.cards

                        DashboardCell {
                            id: cell
                            required property string modelData

                            name: modelData
                            workspace: page.workspace
                            moves: true
                            onOpened: figure => page.open(figure)
                            onMoveAsked: by => page.dashboard.moveCard(name, index + by)
                            onSaveAsked: (frame, asPicture) => page.save(cell.name, frame, asPicture)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1

                            PlaceDrag {
                                width: parent.width
                                height: 40 // the heading: what lies below is read with the mouse
                                grid: cardGrid
                                dragged: cell
                                onDropped: place => page.dashboard.moveCard(cell.name, (place as DashboardCell).index)
                            }
                        }
                    }
                }
            }
        }
    }
    Component {
        id: alarmDialog

        AlarmDialog {
            dashboard: page.dashboard
            onClosed: destroy()
        }
    }
    Component {
        id: saveDialog

        SaveChartDialog {
            dashboard: page.dashboard
            onClosed: destroy()
        }
    }
    Component {
        id: moreMenu

        Menu {
            onClosed: destroy()

            MenuItem {
                iconName: "monitor"
                text: qsTr("Set the wall up…")
                onTriggered: (wallDialog.createObject(page) as WallDialog).open()
            }
        }
    }
    Component {
        id: wallDialog

        WallDialog {
            wall: page.dashboard.wall
            onClosed: destroy()
        }
    }
    Component {
        id: wall

        WallWindow {
            workspace: page.workspace
        }
    }
}

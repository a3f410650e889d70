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
            Button {
                id: ownerButton
                objectName: "owner"
                iconName: "user"
                text: Array.from(page.dashboard.owners).find(choice => choice.value === page.dashboard.owner)?.text ?? qsTr("Everybody")
                Accessible.name: qsTr("Whose figures: %1").arg(text)
                onClicked: (ownerMenu.createObject(ownerButton) as Menu).popup(ownerButton, 0, ownerButton.height + Theme.space4)
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

            ColumnLayout {
                id: content

                width: flickable.width
                spacing: Theme.space12

                GridLayout {
                    columns: Math.max(1, Math.min(7, Math.floor((flickable.width + columnSpacing) / (168 + columnSpacing))))
                    columnSpacing: Theme.space12
                    rowSpacing: Theme.space12
                    Layout.fillWidth: true

                    Repeater {
                        model: page.dashboard.tiles

                        KpiTile {
                            required property string name
                            required change
                            required direction
                            required upIs
                            required picks

                            comparedWith: page.dashboard.comparedWith
                            age: page.dashboard.age
                            onClicked: page.open(name)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                    }
                }
                GridLayout {
                    columns: page.wide ? 3 : 1
                    columnSpacing: Theme.space12
                    rowSpacing: Theme.space12
                    Layout.fillWidth: true

                    DashboardCard {
                        id: revenue
                        dashboard: page.dashboard
                        chartData: page.dashboard.revenue
                        title: qsTr("Revenue")
                        emptyTitle: qsTr("Nothing was won in these two years")
                        onOpened: figure => page.open(figure)
                        Layout.preferredHeight: 320

                        LineChart {
                            anchors.fill: parent
                            title: revenue.title
                            figures: revenue.figures
                            target: revenue.chartData?.target ?? -1
                            picks: revenue.picks
                            onPicked: (series, category) => revenue.open(category)
                        }
                    }
                    DashboardCard {
                        id: funnel
                        dashboard: page.dashboard
                        chartData: page.dashboard.funnel
                        title: qsTr("Funnel by stage")
                        emptyTitle: qsTr("No deals with a value")
                        onOpened: figure => page.open(figure)
                        Layout.preferredHeight: 320

                        BarChart {
                            anchors.fill: parent
                            title: funnel.title
                            figures: funnel.figures
                            picks: funnel.picks
                            onPicked: (series, category) => funnel.open(category)
                        }
                    }
                    LiveActivity {
                        activity: page.workspace.activity
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.preferredHeight: 320
                    }
                    DashboardCard {
                        id: volume
                        dashboard: page.dashboard
                        chartData: page.dashboard.volume
                        title: qsTr("Messages by hour")
                        onOpened: figure => page.open(figure)
                        Layout.preferredHeight: 260

                        HeatMap {
                            anchors.fill: parent
                            title: volume.title
                            figures: volume.figures
                        }
                    }
                    DashboardCard {
                        id: people
                        dashboard: page.dashboard
                        chartData: page.dashboard.people
                        title: qsTr("By owner")
                        onOpened: figure => page.open(figure)
                        Layout.preferredHeight: 260

                        BarChart {
                            anchors.fill: parent
                            title: people.title
                            figures: people.figures
                            picks: people.picks
                            onPicked: (series, category) => people.open(category)
                        }
                    }
                    DashboardCard {
                        id: reasons
                        dashboard: page.dashboard
                        chartData: page.dashboard.reasons
                        title: qsTr("Why deals were lost")
                        emptyTitle: qsTr("No deal was lost in this period")
                        onOpened: figure => page.open(figure)
                        Layout.preferredHeight: 260

                        BarChart {
                            anchors.fill: parent
                            title: reasons.title
                            figures: reasons.figures
                            picks: reasons.picks
                            onPicked: (series, category) => reasons.open(category)
                        }
                    }
                }
            }
        }
    }
    Component {
        id: ownerMenu

        Menu {
            id: menu
            onClosed: destroy()

            Instantiator {
                model: page.dashboard.owners
                onObjectAdded: (index, object) => menu.insertItem(index, object as MenuItem)
                onObjectRemoved: (index, object) => menu.removeItem(object as MenuItem)

                MenuItem {
                    required property var modelData

                    text: modelData.text
                    checkable: true
                    checked: page.dashboard.owner === modelData.value
                    onTriggered: page.dashboard.owner = modelData.value
                }
            }
        }
    }
}

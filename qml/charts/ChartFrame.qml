// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// The card around a chart: its title and legend, what is shown while there is nothing to draw, the switch to the table, and what can be saved.
// The chart is its content and is built when it is to be seen: while the frame is visible, has figures and is not a table.
FocusScope {
    id: frame

    required property string title
    required property ChartFigures figures
    property bool loading: false
    property bool offline: false
    property string age: ""                 // "as of 3 m ago", beside the title while nobody knows better
    property string problem: ""             // in words; then there is "Try again"
    property string emptyTitle: qsTr("Nothing in this period")
    property string emptyText: ""
    property bool asTable: false
    property bool large: false              // for a wall; the chart says it for itself
    property bool exports: true             // whether the chart can be saved
    property bool moves: false              // whether the frame can be moved among others
    property bool picks: false              // whether rows of the table can be opened; the chart says it for itself
    default property alias content: lazy.content

    readonly property Chart chart: lazy.item as Chart
    readonly property bool drawn: !(figures?.empty ?? true) && problem === ""
    readonly property bool several: (figures?.seriesCount ?? 0) > 1

    signal picked(int series, int category) // from the table
    signal retry
    signal csvAsked
    signal pictureAsked
    signal moveAsked(int by)

    // With the keyboard in what takes the other's place, if it was in that.
    function switchTable() {
        const within = place.activeFocus;
        asTable = !asTable;
        if (within && asTable)
            (table.item as ChartTable)?.focusRows(Qt.TabFocusReason);
        else if (within)
            lazy.item?.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitWidth: 360
    implicitHeight: header.implicitHeight + (lazy.item?.implicitHeight ?? 200) + 2 * Theme.space16 + Theme.space12
    Accessible.role: Accessible.Grouping
    Accessible.name: title
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_T && event.modifiers === Qt.NoModifier && frame.drawn;
        if (event.accepted)
            frame.switchTable();
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.colors.surface
        border.width: 1
        border.color: Theme.colors.line
    }
    RowLayout {
        id: header

        // For the legend: what the title, the age and the two buttons leave.
        readonly property real room: width - heading.implicitWidth - (ageChip.visible ? ageChip.implicitWidth + spacing : 0) - (frame.exports || frame.moves ? 2 : 1) * (28 + spacing) - 2 * spacing

        x: Theme.space16
        y: Theme.space12
        width: parent.width - 2 * Theme.space16
        height: 28
        spacing: Theme.space8

        SectionTitle {
            id: heading
            text: frame.title
            font: frame.large ? Theme.wallStrong : Theme.bodyStrong
            color: Theme.colors.text
            Layout.fillWidth: true
            Layout.minimumWidth: 48
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Chip {
            id: ageChip
            objectName: "age"
            visible: frame.age !== ""
            text: frame.age
            ink: Theme.colors.warn
            ground: Theme.colors.warnSoft
        }
        Item { Layout.fillWidth: true }
        ChartLegend {
            id: legend
            visible: frame.drawn && !frame.asTable && frame.several && implicitWidth <= header.room
            figures: frame.figures
            target: frame.chart?.target ?? -1
            kind: frame.chart?.markKind ?? "line"
            large: frame.large
        }
        IconButton {
            objectName: "tableSwitch"
            visible: frame.drawn
            size: 28
            iconName: frame.asTable ? "chart-column" : "table-2"
            text: frame.asTable ? qsTr("Show as a chart (T)") : qsTr("Show as a table (T)")
            onClicked: frame.switchTable()
        }
        IconButton {
            id: more
            objectName: "more"
            visible: frame.exports || frame.moves
            size: 28
            iconName: "ellipsis"
            text: qsTr("More about “%1”").arg(frame.title)
            onClicked: {
                const opened = menu.createObject(more) as Menu;
                opened.popup(more, 0, more.height + Theme.space4);
            }

            Component { // built for the one that is asked
                id: menu

                Menu {
                    objectName: "menu"
                    onClosed: destroy()

                    MenuItem {
                        text: frame.asTable ? qsTr("Show as a chart") : qsTr("Show as a table")
                        iconName: frame.asTable ? "chart-column" : "table-2"
                        enabled: frame.drawn
                        onTriggered: frame.switchTable()
                    }
                    MenuItem {
                        text: qsTr("Save as CSV…")
                        iconName: "file-down"
                        enabled: frame.drawn && frame.exports
                        onTriggered: frame.csvAsked()
                    }
                    MenuItem {
                        text: qsTr("Save as picture…")
                        iconName: "image-down"
                        enabled: frame.drawn && frame.exports
                        onTriggered: frame.pictureAsked()
                    }
                    MenuItem {
                        text: qsTr("Move forward")
                        iconName: "arrow-left"
                        enabled: frame.moves
                        onTriggered: frame.moveAsked(-1)
                    }
                    MenuItem {
                        text: qsTr("Move back")
                        iconName: "arrow-right"
                        enabled: frame.moves
                        onTriggered: frame.moveAsked(1)
                    }
                }
            }
        }
    }
    FocusScope {
        id: place
        x: Theme.space16
        y: header.y + header.height + Theme.space12
        width: parent.width - 2 * Theme.space16
        height: parent.height - y - Theme.space16

        Lazy {
            id: lazy
            anchors.fill: parent
            active: frame.visible && frame.drawn && !frame.asTable
        }
        Lazy {
            id: table
            objectName: "table"
            anchors.fill: parent
            active: frame.visible && frame.drawn && frame.asTable

            ChartTable {
                anchors.fill: parent
                title: frame.title
                figures: frame.figures
                picks: frame.picks
                large: frame.large
                onPicked: (series, category) => frame.picked(series, category)
            }
        }
        Lazy {
            anchors.fill: parent
            active: frame.visible && !frame.drawn

            EmptyState {
                objectName: "empty"
                anchors.fill: parent
                compact: place.height < 190
                busy: frame.loading && frame.problem === "" && !frame.offline
                iconName: frame.problem !== "" ? "circle-alert" : frame.offline ? "cloud-off" : "chart-column"
                title: frame.problem !== "" ? qsTr("These figures could not be read") : frame.offline ? qsTr("Offline")
                    : frame.loading ? qsTr("Being counted") : frame.emptyTitle
                text: frame.problem !== "" ? frame.problem : frame.offline ? qsTr("These figures come with the connection.")
                    : frame.loading ? "" : frame.emptyText
                actionText: frame.problem !== "" ? qsTr("Try again") : ""
                onTriggered: frame.retry()
            }
        }
    }
}

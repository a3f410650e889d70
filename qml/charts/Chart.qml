// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Charts
import Frontdesk.Theme

// What all charts share: the figures, their words for assistive technology, and the cursor that reads them by mouse and keyboard.
// (An Item, since a Control of Qt 6.4 does not pass on the role that is given to it.)
Item {
    id: chart

    required property ChartFigures figures
    property string title: ""
    property int target: -1            // the series that the others are measured against
    property string markKind: "line"   // of the legend: "line", "block", "bar" or "heat"
    property bool picks: false         // whether the rows behind a value can be opened
    property bool large: false         // for a wall
    readonly property font font: large ? Theme.wall : Theme.caption // of the labels
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property bool several: (figures?.seriesCount ?? 0) > 1
    readonly property string summary: figures?.summary ?? ""
    readonly property ChartCursor cursor: ChartCursor { figures: chart.figures }

    // The rows behind a value were asked for; series -1: behind all of the category.
    signal picked(int series, int category)

    function pick() {
        if (picks && cursor.category >= 0)
            picked(cursor.single ? cursor.series : -1, cursor.category);
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.name: title === "" ? summary : qsTr("%1: %2", "a chart's title and summary").arg(title).arg(summary)
    Accessible.description: cursor.spoken
    Accessible.focusable: true
    Accessible.onPressAction: chart.pick()
    Keys.onEscapePressed: event => {
        event.accepted = chart.cursor.category >= 0;
        chart.cursor.end();
    }
    Keys.onReturnPressed: chart.pick()
    Keys.onEnterPressed: chart.pick()
    Keys.onSpacePressed: chart.pick()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Home || event.key === Qt.Key_End;
        if (event.key === Qt.Key_Home)
            chart.cursor.toFirst();
        else if (event.key === Qt.Key_End)
            chart.cursor.toLast();
    }
    onActiveFocusChanged: {
        if (!activeFocus)
            cursor.end();
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.space4
        visible: chart.activeFocus // which only the keyboard gives
        radius: Theme.radiusControl
        color: "transparent"
        border.width: 2
        border.color: Theme.colors.focus
    }
}

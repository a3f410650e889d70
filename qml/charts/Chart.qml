// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Theme

// What all charts share: the figures, their words for assistive technology, and the cursor that reads them by mouse and keyboard.
T.Control {
    id: chart

    required property ChartFigures figures
    property string title: ""
    property int target: -1            // the series that the others are measured against
    property string markKind: "line"   // of the legend: "line", "block", "bar" or "heat"
    property bool picks: false         // whether the rows behind a value can be opened
    readonly property ChartCursor cursor: ChartCursor { figures: chart.figures }

    // The rows behind a value were asked for; series -1: behind all of the category.
    signal picked(int series, int category)

    function pick() {
        if (picks && cursor.category >= 0)
            picked(cursor.single ? cursor.series : -1, cursor.category);
    }

    focusPolicy: Qt.StrongFocus
    font: Theme.caption
    Accessible.role: Accessible.Chart
    Accessible.name: title === "" ? figures.summary : qsTr("%1: %2", "a chart's title and summary").arg(title).arg(figures.summary)
    Accessible.description: cursor.spoken
    Accessible.focusable: true
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

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.space4
            visible: chart.visualFocus
            radius: Theme.radiusControl
            color: "transparent"
            border.width: 2
            border.color: Theme.colors.focus
        }
    }
}

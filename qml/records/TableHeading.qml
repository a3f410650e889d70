// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The heading of a column: a press sorts by it, its end is dragged to make it wider or narrower (Alt and an arrow key do the same).
T.AbstractButton {
    id: heading

    required property string field
    required property RecordTableModel records

    readonly property bool sorted: records.sortBy === field
    readonly property int step: 16

    signal resized(int width)
    signal settled // the width is what it was meant to be

    implicitHeight: 34
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: !sorted ? text : records.descending ? qsTr("%1, sorted from the last to the first").arg(text) : qsTr("%1, sorted from the first to the last").arg(text)
    Accessible.description: qsTr("Alt and an arrow key make it wider or narrower")
    Keys.onReturnPressed: heading.clicked()
    Keys.onEnterPressed: heading.clicked()
    Keys.onPressed: event => {
        if (!(event.modifiers & Qt.AltModifier) || (event.key !== Qt.Key_Left && event.key !== Qt.Key_Right))
            return;
        event.accepted = true;
        resized(width + ((event.key === Qt.Key_Right) !== mirrored ? step : -step));
        settled();
    }
    onClicked: records.sortByColumn(field)

    contentItem: RowLayout {
        spacing: Theme.space4

        Label {
            text: heading.text
            font: Theme.small
            color: heading.sorted || heading.hovered ? Theme.colors.text : Theme.colors.text2
            Layout.maximumWidth: heading.width - Theme.iconSmall - Theme.space8
        }
        Icon {
            visible: heading.sorted
            name: heading.records.descending ? "arrow-down" : "arrow-up"
            size: Theme.iconSmall
        }
        Item {
            Layout.fillWidth: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusTag
        color: "transparent"

        FocusRing { control: heading; inset: 0 }
    }

    MouseArea {
        id: edge
        objectName: "edge"

        readonly property int inset: 8 // of the line, so that it does not touch the next heading
        property real grabbed: 0 // how far the hand is from the line

        x: heading.mirrored ? 3 : heading.width - 12
        width: 9
        height: heading.height
        hoverEnabled: true
        cursorShape: Qt.SplitHCursor
        preventStealing: true
        onPressed: mouse => grabbed = mouse.x - width / 2
        onPositionChanged: mouse => {
            if (!pressed)
                return;
            const at = mapToItem(heading, mouse.x - grabbed, 0).x;
            heading.resized(Math.round(heading.mirrored ? heading.width - at : at) + inset);
        }
        onReleased: heading.settled()

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.space8
            width: 1
            height: parent.height - 2 * Theme.space8
            color: edge.containsMouse || edge.pressed ? Theme.colors.accent : Theme.colors.line
        }
    }
}

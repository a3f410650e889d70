// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Charts
import Frontdesk.Controls

// A figure of the dashboard. The mouse drags it to another place, Ctrl and an arrow key move it by one; its menu has that too, and its alarm.
KpiTile {
    id: tile

    required property int index
    required property string name
    required property string unit // of its alarm; empty: it has none
    required change
    required direction
    required upIs
    required picks
    required alarm
    required property Item grid

    signal moveAsked(int to)
    signal alarmAsked

    function openMenu() {
        (menu.createObject(tile) as Menu).popup(tile, tile.padding, tile.padding);
    }

    activeFocusOnTab: true
    Accessible.focusable: true
    Keys.onPressed: event => {
        const step = (event.key === Qt.Key_Right) !== tile.LayoutMirroring.enabled ? 1 : -1;
        if ((event.key === Qt.Key_Left || event.key === Qt.Key_Right) && event.modifiers & Qt.ControlModifier)
            tile.moveAsked(index + step);
        else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))
            tile.openMenu();
        else
            return;
        event.accepted = true;
    }

    PlaceDrag {
        anchors.fill: parent
        grid: tile.grid
        dragged: tile
        onDropped: place => tile.moveAsked((place as DashboardTile).index)
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: tile.openMenu()
    }
    Component {
        id: menu

        Menu {
            objectName: "tileMenu"
            onClosed: destroy()

            MenuItem {
                text: qsTr("Show what is behind it")
                enabled: tile.picks
                onTriggered: tile.clicked()
            }
            MenuItem {
                text: qsTr("Alarm…")
                enabled: tile.unit !== ""
                onTriggered: tile.alarmAsked()
            }
            MenuItem {
                text: qsTr("Move forward")
                onTriggered: tile.moveAsked(tile.index - 1)
            }
            MenuItem {
                text: qsTr("Move back")
                onTriggered: tile.moveAsked(tile.index + 1)
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A stage of the board with its deals and what they are worth together.
Rectangle {
    id: column

    required property string stage
    required property string name
    required property string kind
    required property string sum
    required property int count
    required property RecordTableModel deals
    property Item board: null
    property string followed: "" // a deal: the keyboard goes to its card where that comes

    signal dealOpened(string deal)
    signal dropped(string deal)           // by the mouse, into this stage
    signal moveAsked(string deal, int by) // by the keyboard, beside this stage
    signal cardLeft(string deal)          // its card had the keyboard

    function meet() {
        const row = followed === "" ? -1 : deals.rowOf(followed);
        if (row < 0 || (row === list.currentIndex && list.activeFocus))
            return;
        list.positionViewAtIndex(row, ListView.Contain);
        list.itemAtIndex(row)?.forceActiveFocus(Qt.TabFocusReason); // before it is current, or the ring would not come
        list.currentIndex = row;
    }

    radius: Theme.radiusCard
    color: drop.containsDrag ? Theme.colors.selection : Theme.colors.sunken
    border.width: drop.containsDrag ? 2 : 0
    border.color: Theme.colors.focus
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %n deals, %2", "stage, what they are worth", count).arg(name).arg(column.sum)
    onFollowedChanged: meeting.restart()

    Connections {
        target: column.deals

        function onRowsAboutToBeRemoved(parent, first, last) { // before another card takes the keyboard
            const card = column.Window.activeFocusItem as DealCard;
            if (card && list.activeFocus && card.index >= first && card.index <= last)
                column.cardLeft(card.record);
        }
        function onRowsInserted() { meeting.restart(); }
        function onDataChanged() { meeting.restart(); }
    }
    Timer { // once the list has heard of it too
        id: meeting
        interval: 0
        onTriggered: column.meet()
    }
    DropArea {
        id: drop
        anchors.fill: parent
        keys: ["deal"]
        onDropped: event => column.dropped((event.source as DraggedDeal).record)
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.space12
        spacing: Theme.space8

        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12

            Label {
                text: column.name
                font: Theme.labelStrong
                Layout.fillWidth: true
            }
            Label {
                text: column.count
                font: Theme.small
                color: Theme.colors.text2
            }
        }
        Label { // of several currencies it is long
            id: sum
            text: column.sum === "" ? " " : column.sum
            font: Theme.small
            color: Theme.colors.text2
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12

            Hint {
                item: sum
                text: column.sum
                asked: hover.hovered && sum.truncated
            }
            HoverHandler {
                id: hover
            }
        }
        ListView {
            id: list
            objectName: "cards"

            clip: true
            spacing: Theme.space8
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            reuseItems: true
            cacheBuffer: 0 // as in a RecordTable
            model: column.deals
            bottomMargin: Theme.space8
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.space8
            Layout.rightMargin: Theme.space8
            Accessible.role: Accessible.List
            Accessible.name: column.name

            delegate: DealCard {
                width: list.width
                board: column.board
                onClicked: {
                    if (record !== "")
                        column.dealOpened(record);
                }
                onMoveAsked: by => column.moveAsked(record, by)
            }
        }
    }
}

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

    signal dealOpened(string deal)
    signal dropped(string deal)              // by the mouse, into this stage
    signal moveAsked(string deal, int by) // by the keyboard, beside this stage

    radius: Theme.radiusCard
    color: drop.containsDrag ? Theme.colors.selection : Theme.colors.sunken
    border.width: drop.containsDrag ? 2 : 0
    border.color: Theme.colors.focus
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %n deals, %2", "stage, what they are worth", count).arg(name).arg(column.sum)

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
                width: ListView.view.width
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

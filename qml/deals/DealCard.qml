// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One deal on the board. It is dragged to another stage by the mouse, or sent there by Ctrl and an arrow key.
ListRow {
    id: card

    required property string record
    required property string title
    required property string initials
    required property string avatarKey
    required property var cells
    required property bool waiting
    required property int conflicts
    property Item board: null // over which it is dragged

    readonly property string client: (cells.contact ?? "") !== "" ? cells.contact : cells.company ?? ""
    readonly property string value: cells.value ?? ""
    readonly property string close: cells.expectedClose ?? ""

    signal moveAsked(int by)

    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    topPadding: Theme.space12
    bottomPadding: Theme.space12
    enabled: record !== ""
    Accessible.name: title + (client === "" ? "" : ", " + client) + (value === "" ? "" : ", " + value) + (close === "" ? "" : ", " + close)
    Accessible.description: qsTr("Ctrl and an arrow key move it to another stage")
    Keys.onPressed: event => {
        if (!(event.modifiers & Qt.ControlModifier) || (event.key !== Qt.Key_Left && event.key !== Qt.Key_Right))
            return;
        event.accepted = true;
        moveAsked((event.key === Qt.Key_Right) !== card.mirrored ? 1 : -1);
    }

    Drag.active: drag.active
    Drag.source: card
    Drag.hotSpot.x: width / 2
    Drag.hotSpot.y: 24
    Drag.keys: ["deal"]

    DragHandler {
        id: drag
        target: card
        onActiveChanged: {
            if (!active)
                card.Drag.drop();
        }
    }

    states: State {
        when: drag.active
        ParentChange { target: card; parent: card.board }
        PropertyChanges { card.opacity: 0.9; card.z: 10 }
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: card.ground
        border.width: 1
        border.color: card.conflicts > 0 ? Theme.colors.warn : Theme.colors.line

        FocusRing { control: card; inset: 0 }
    }
    contentItem: ColumnLayout {
        spacing: Theme.space8

        RowLayout {
            spacing: Theme.space4

            Label {
                text: card.title
                font: Theme.labelStrong
                wrapMode: Text.Wrap
                maximumLineCount: 2
                Layout.fillWidth: true
            }
            Icon {
                visible: card.waiting || card.conflicts > 0
                name: card.conflicts > 0 ? "triangle-alert" : "clock"
                color: card.conflicts > 0 ? Theme.colors.warn : Theme.colors.text2
                size: Theme.iconSmall
            }
        }
        Label {
            visible: text !== ""
            text: card.client
            font: Theme.small
            color: Theme.colors.text2
            Layout.fillWidth: true
        }
        RowLayout {
            Label {
                text: card.value
                font: Theme.labelStrong
                Layout.fillWidth: true
            }
            Chip {
                visible: text !== ""
                text: card.close
            }
        }
    }
}

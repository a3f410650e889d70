// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// One deal on the board. It is dragged to another stage by the mouse, or sent there by Ctrl and an arrow key.
ListRow {
    id: card

    required property int index
    required property string record
    required property string title
    required property var cells
    required property bool waiting
    required property int conflicts
    property Item board: null // over which it is dragged

    property var dragged: null // what the mouse holds: the card itself may show another deal by then, or none

    readonly property var texts: cells // a model's map is made anew each time that it is looked at
    readonly property string client: (texts.contact ?? "") !== "" ? texts.contact : texts.company ?? ""
    readonly property string value: texts.value ?? ""
    readonly property string close: texts.expectedClose ?? ""

    signal moveAsked(int by)

    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    topPadding: Theme.space12
    bottomPadding: Theme.space12
    opacity: dragged?.record === record ? 0.5 : 1
    Accessible.name: title + (client === "" ? "" : ", " + client) + (value === "" ? "" : ", " + value) + (close === "" ? "" : ", " + close)
    Accessible.description: qsTr("Ctrl and an arrow key move it to another stage")
    Keys.onPressed: event => {
        if (!(event.modifiers & Qt.ControlModifier) || (event.key !== Qt.Key_Left && event.key !== Qt.Key_Right))
            return;
        event.accepted = true;
        moveAsked((event.key === Qt.Key_Right) !== card.mirrored ? 1 : -1);
    }

    DragHandler {
        id: drag
        enabled: card.record !== "" // it may still be read
        target: null
        onActiveChanged: {
            if (active)
                card.dragged = { record: card.record, title: card.title, client: card.client, value: card.value, close: card.close };
            else if (card.dragged)
                (shade.item as DraggedDeal).Drag.drop();
            if (!active)
                card.dragged = null;
        }
    }
    Lazy {
        id: shade
        active: card.dragged !== null

        DraggedDeal {
            readonly property point mouse: card.board.mapFromItem(null, drag.centroid.scenePosition)

            parent: card.board
            x: mouse.x - drag.centroid.pressPosition.x
            y: mouse.y - drag.centroid.pressPosition.y
            width: card.width
            record: card.dragged?.record ?? ""
            title: card.dragged?.title ?? ""
            client: card.dragged?.client ?? ""
            value: card.dragged?.value ?? ""
            close: card.dragged?.close ?? ""
        }
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: card.ground
        border.width: 1
        border.color: card.conflicts > 0 ? Theme.colors.warn : Theme.colors.line

        FocusRing { control: card; inset: 0 }
    }
    contentItem: DealSummary {
        title: card.title
        client: card.client
        value: card.value
        close: card.close
        waiting: card.waiting
        conflicts: card.conflicts
    }
}

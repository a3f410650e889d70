// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// One line of plain text with its hits on a tinted, underlined ground. The text stays in one piece, so that scripts whose letters join keep their shape.
Item {
    id: marked

    required property string text
    required property var marks // { from, length } in the text
    property font font: Theme.small
    property color color: Theme.colors.text2
    property color ground: Theme.colors.surface // what it lies on
    property color markGround: Theme.colors.accentSoft

    readonly property bool overflows: line.contentWidth > width

    implicitWidth: line.contentWidth
    implicitHeight: line.height
    clip: true

    // From where to where a part of the text stands; asked for again whenever the line is laid out anew. Where the direction of writing changes, the place
    // before a character may be far from it: such an end is taken from the characters inside.
    function extent(from: int, length: int): point {
        if (line.contentWidth <= 0)
            return Qt.point(0, 0);
        const places = [];
        for (let i = 0; i <= length; ++i)
            places.push(line.positionToRectangle(Math.min(from + i, line.length)).x); // the text may be about to change
        const inner = places.slice(1, -1);
        if (inner.length < 2)
            return Qt.point(Math.min(...places), Math.max(...places));
        const last = inner.length - 1;
        const step = (inner[last] - inner[0]) / last;
        const near = (place, neighbour, by) => Math.abs(place - neighbour) <= 3 * Math.abs(step) ? place : neighbour + by;
        const ends = inner.concat([near(places[0], inner[0], -step), near(places[length], inner[last], step)]);
        return Qt.point(Math.min(...ends), Math.max(...ends));
    }

    Repeater {
        model: marked.marks

        Rectangle {
            required property var modelData
            readonly property point extent: marked.extent(modelData.from, modelData.length) // left, right

            x: line.x + extent.x
            width: extent.y - extent.x
            height: line.height
            radius: 3
            color: marked.markGround

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.colors.accent
            }
        }
    }
    TextEdit { // the only plain text that tells where its characters stand
        id: line
        objectName: "line"

        readonly property bool rightToLeft: effectiveHorizontalAlignment === TextEdit.AlignRight

        x: (marked.overflows ? rightToLeft : marked.LayoutMirroring.enabled) ? marked.width - width : 0
        readOnly: true
        enabled: false
        activeFocusOnPress: false
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.NoWrap
        text: marked.text
        font: marked.font
        color: marked.color
        LayoutMirroring.enabled: false
        Accessible.ignored: true
    }
    Rectangle { // where the text goes on out of sight
        visible: marked.overflows
        x: line.rightToLeft ? 0 : marked.width - width
        width: more.implicitWidth + Theme.space4
        height: parent.height
        color: marked.ground

        Label {
            id: more
            anchors.horizontalCenter: parent.horizontalCenter
            text: "…"
            font: marked.font
            color: marked.color
        }
    }
}

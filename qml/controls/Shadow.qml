// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Theme

// A soft shadow under a raised surface, out of a few translucent edges: it costs no shader and looks the same on every renderer.
Item {
    id: shadow

    property int radius: Theme.radiusCard
    readonly property int depth: 12

    anchors.fill: parent
    z: -1

    Repeater {
        model: shadow.depth / 2

        Rectangle {
            id: edge

            required property int index
            readonly property int spread: (edge.index + 1) * 2

            x: -edge.spread
            y: -edge.spread + 4
            width: shadow.width + 2 * edge.spread
            height: shadow.height + 2 * edge.spread
            radius: shadow.radius + edge.spread
            color: Theme.colors.shadow
            opacity: Theme.dark ? 0.07 : 0.014
        }
    }
}

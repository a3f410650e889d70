// SPDX-License-Identifier: GPL-3.0-or-later
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
            required property int index
            readonly property int spread: (index + 1) * 2

            x: -spread
            y: -spread + 4
            width: shadow.width + 2 * spread
            height: shadow.height + 2 * spread
            radius: shadow.radius + spread
            color: Theme.colors.shadow
            opacity: Theme.dark ? 0.07 : 0.014
        }
    }
}

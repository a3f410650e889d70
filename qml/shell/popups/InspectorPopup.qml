// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk
import Frontdesk.Connection
import Frontdesk.Theme

ConnectionInspector {
    required property TopBar bar
    required property ConnectionBadge badge

    width: Math.min(468, bar.width - 2 * Theme.space16)
    x: badge.mirrored ? 0 : badge.width - width
    y: badge.height + Theme.space12
    connection: bar.workspace.connection
}

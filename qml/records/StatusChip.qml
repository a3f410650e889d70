// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// Where a contact stands. The word says it, the colour only helps.
Chip {
    required property string status

    ink: status === "customer" ? Theme.colors.ok : status === "qualified" ? Theme.colors.warn : status === "lead" ? Theme.colors.accent : Theme.colors.text2
    ground: status === "customer" ? Theme.colors.okSoft : status === "qualified" ? Theme.colors.warnSoft : status === "lead" ? Theme.colors.accentSoft : Theme.colors.sunken
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// Where a contact stands. The word says it, the colour only helps.
Chip {
    required property string tone // the name of its colour: "accent", "ok", "warn" or "error"; any other is neutral

    ink: tone === "ok" ? Theme.colors.ok : tone === "warn" ? Theme.colors.warn : tone === "accent" ? Theme.colors.accent : tone === "error" ? Theme.colors.error : Theme.colors.text2
    ground: tone === "ok" ? Theme.colors.okSoft : tone === "warn" ? Theme.colors.warnSoft : tone === "accent" ? Theme.colors.accentSoft
        : tone === "error" ? Theme.colors.errorSoft : Theme.colors.sunken
}

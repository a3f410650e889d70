// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Colors {
    window: "#0e1014"
    surface: "#15181e"
    sunken: "#1c2028"
    raised: "#1f242d"
    rail: "#0b0d11"
    line: "#272d37"
    control: "#3a424f"
    hover: "#1b1f27"
    pressed: "#262c36"
    selection: "#222b4d"

    text: "#e9ebef"
    text2: "#a3abb9"
    text3: "#98a1b0"

    accent: "#8da2ff"
    accentHover: "#a3b4ff"
    accentSoft: "#222b4d"
    accentText: "#0e1230"
    own: "#27325e"
    ownText: "#e6eaff"
    ownText2: "#b3bde6"

    ok: "#4ade80"
    okSoft: "#12301f"
    warn: "#fbbf5a"
    warnSoft: "#33260f"
    error: "#ff8080"
    errorSoft: "#3a1a1c"
    errorText: "#2b0b0d"

    avatarText: "#ffffff"
    focus: "#8da2ff"
    scrim: "#99000000"
    shadow: "#000000"
}

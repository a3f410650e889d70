// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Colors {
    window: "#f5f6f8"
    surface: "#ffffff"
    sunken: "#f0f2f5"
    raised: "#ffffff"
    rail: "#eceef2"
    line: "#e2e5ea"
    control: "#cfd4dc"
    hover: "#f3f4f7"
    pressed: "#e6e9ee"
    selection: "#e8edff"

    text: "#171a21"
    text2: "#565e6e"
    text3: "#5d6573"

    accent: "#3b5bdb"
    accentHover: "#324fc4"
    accentSoft: "#e8edff"
    accentText: "#ffffff"
    own: "#e4eaff"
    ownText: "#1a2452"
    ownText2: "#4b5684"

    ok: "#137638"
    okSoft: "#e3f5e9"
    warn: "#a84b06"
    warnSoft: "#fdf0dc"
    error: "#be2323"
    errorSoft: "#fde8e8"
    errorText: "#ffffff"

    avatarText: "#ffffff"
    focus: "#3b5bdb"
    scrim: "#66171a21"
    shadow: "#0b1020"
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// For people who need more than 7:1 and edges one can see.
DarkColors {
    window: "#000000"
    surface: "#000000"
    sunken: "#0d0f13"
    raised: "#0d0f13"
    rail: "#000000"
    line: "#8b95a6"
    control: "#e9ebef"
    hover: "#1e232d"
    pressed: "#2d3543"
    selection: "#1c2a63"

    text: "#ffffff"
    text2: "#dfe3ea"
    text3: "#d3d9e3"

    accent: "#b4c2ff"
    accentHover: "#cdd6ff"
    own: "#1c2a63"
    ownText: "#ffffff"
    ownText2: "#dbe2ff"

    ok: "#7ff0a8"
    warn: "#ffd58a"
    error: "#ffb0b0"
    chart1: "#b4c2ff"
    chart2: "#7ff0e0"
    chart3: "#ffd58a"
    chart4: "#ffb3dc"
    chart5: "#d4f57a"
    target: "#ffffff"
    chartArea: "#26b4c2ff"
    chartTrack: "#000000"
    chartGrid: "#6b7585"
    chartZero: "#ffffff"
    heat0: "#000000"
    heat1: "#3a4878"
    heat2: "#53649f"
    heat3: "#7183c4"
    heat4: "#92a3e3"
    heat5: "#b4c2ff"
    focus: "#ffffff"
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// For people who need more than 7:1 and edges one can see.
LightColors {
    window: "#ffffff"
    sunken: "#ffffff"
    rail: "#ffffff"
    line: "#5a6270"
    control: "#171a21"
    hover: "#e8ebf1"
    pressed: "#d5dae4"
    selection: "#d6e0ff"

    text: "#000000"
    text2: "#23272f"
    text3: "#2f3540"

    accent: "#1c379f"
    accentHover: "#142a80"
    accentSoft: "#d6e0ff"
    own: "#d6e0ff"
    ownText: "#060d2b"
    ownText2: "#1d2650"

    ok: "#0a4d22"
    warn: "#6b2e00"
    error: "#8a0f0f"
    chart1: "#1c379f"
    chart2: "#0b4f4a"
    chart3: "#6b2e00"
    chart4: "#831843"
    chart5: "#2f4a07"
    target: "#000000"
    chartArea: "#141c379f"
    chartTrack: "#ffffff"
    chartGrid: "#8a92a0"
    chartZero: "#000000"
    heat0: "#ffffff"
    heat1: "#b7c4ff"
    heat2: "#8b9ff0"
    heat3: "#6079d9"
    heat4: "#3a55bf"
    heat5: "#1c379f"
    focus: "#000000"
}

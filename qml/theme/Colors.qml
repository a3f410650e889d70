// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The names of all colours; a scheme gives each a value. tests/qml holds every text on every ground at 4.5:1 or more.
QtObject {
    required property color window
    required property color surface
    required property color sunken
    required property color raised
    required property color rail
    required property color line
    required property color control // edge of what can be typed into or pressed
    required property color hover
    required property color pressed
    required property color selection

    required property color text
    required property color text2
    required property color text3

    required property color accent
    required property color accentHover
    required property color accentSoft
    required property color accentText // on accent
    required property color own
    required property color ownText
    required property color ownText2

    required property color ok
    required property color okSoft
    required property color warn
    required property color warnSoft
    required property color error
    required property color errorSoft
    required property color errorText // on error

    required property color chart1 // of the series of a chart, 3:1 to what they are drawn on
    required property color chart2
    required property color chart3
    required property color chart4
    required property color chart5
    required property color target // what a series is measured against
    required property color chartArea // below the first line, over the grid
    required property color chartTrack // what a bar runs along
    required property color chartGrid
    required property color chartZero
    required property color heat0 // of a heat map, from nothing to most
    required property color heat1
    required property color heat2
    required property color heat3
    required property color heat4
    required property color heat5

    readonly property list<color> series: [chart1, chart2, chart3, chart4, chart5]
    readonly property list<color> heat: [heat0, heat1, heat2, heat3, heat4, heat5]

    required property color avatarText // on any avatar
    required property color focus
    required property color scrim
    required property color shadow
}

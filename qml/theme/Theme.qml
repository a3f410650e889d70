// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import "contrast.mjs" as Contrast

// The tokens: every colour, distance, size, font and duration of the interface comes from here. Distances are in device-independent pixels.
QtObject {
    id: theme

    property string mode: "system" // "system", "light" or "dark"
    property bool highContrast: false
    property bool reducedMotion: false

    readonly property bool dark: mode === "dark" || (mode !== "light" && systemPalette.window.hslLightness < 0.5)
    readonly property Colors colors: highContrast ? (dark ? contrastDark : contrastLight) : (dark ? darkColors : lightColors)

    readonly property int space2: 2
    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space20: 20
    readonly property int space24: 24
    readonly property int space32: 32

    readonly property int radiusTag: 6
    readonly property int radiusControl: 8
    readonly property int radiusCard: 12
    readonly property int radiusBubble: 14

    readonly property int controlHeight: 32
    readonly property int topBarHeight: 48
    readonly property int railWidth: 72
    readonly property int listWidth: 328
    readonly property int detailsWidth: 304
    readonly property int paneHeaderHeight: 52
    readonly property int listRowHeight: 60
    readonly property int avatarList: 40
    readonly property int avatarMessage: 30
    readonly property int avatarTable: 28
    readonly property int avatarMark: 20
    readonly property int readingWidth: 720
    readonly property int narrowWidth: 760 // below this the list and the conversation take turns
    readonly property int chartRowHeight: 46
    readonly property int chartRowHeightWall: 68
    readonly property int chartTableRowHeight: 32
    readonly property int chartTableRowHeightWall: 48
    readonly property int iconSmall: 14
    readonly property int iconSize: 18

    readonly property int fast: reducedMotion ? 0 : 120
    readonly property int normal: reducedMotion ? 0 : 180
    readonly property int easing: Easing.OutCubic

    readonly property string family: Array.from(Qt.fontFamilies()).includes("Inter") ? "Inter" : Application.font.family
    readonly property font caption: Qt.font({ family: family, pixelSize: 11 })
    readonly property font captionStrong: Qt.font({ family: family, pixelSize: 11, weight: Font.DemiBold })
    readonly property font small: Qt.font({ family: family, pixelSize: 12 })
    readonly property font smallStrong: Qt.font({ family: family, pixelSize: 12, weight: Font.DemiBold })
    readonly property font label: Qt.font({ family: family, pixelSize: 13 })
    readonly property font labelStrong: Qt.font({ family: family, pixelSize: 13, weight: Font.Medium })
    readonly property font body: Qt.font({ family: family, pixelSize: 14 })
    readonly property font bodyStrong: Qt.font({ family: family, pixelSize: 14, weight: Font.DemiBold })
    readonly property font large: Qt.font({ family: family, pixelSize: 16 })
    readonly property font title: Qt.font({ family: family, pixelSize: 16, weight: Font.DemiBold })
    readonly property font heading: Qt.font({ family: family, pixelSize: 20, weight: Font.DemiBold })
    readonly property font figure: Qt.font({ family: family, pixelSize: 26, weight: Font.DemiBold })
    readonly property font wall: Qt.font({ family: family, pixelSize: 20 }) // on a wall, to be read across a room
    readonly property font wallStrong: Qt.font({ family: family, pixelSize: 20, weight: Font.DemiBold })
    readonly property font figureWall: Qt.font({ family: family, pixelSize: 52, weight: Font.DemiBold })
    readonly property int bodyLineHeight: 20

    property SystemPalette systemPalette: SystemPalette { }
    property Colors lightColors: LightColors { }
    property Colors darkColors: DarkColors { }
    property Colors contrastLight: ContrastLightColors { }
    property Colors contrastDark: ContrastDarkColors { }

    // The ground of an avatar: always the same for the same key, and always dark enough for white initials.
    function avatarColor(key: string): color {
        return Contrast.avatarColor(key);
    }
}

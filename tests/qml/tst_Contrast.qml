// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Frontdesk.Theme

// Every text on every ground that it stands on, in every scheme: 4.5:1 (WCAG 2.2, 1.4.3), and 7:1 where more contrast was asked for.
TestCase {
    name: "Contrast"

    readonly property var schemes: ({ light: Theme.lightColors, dark: Theme.darkColors, contrastLight: Theme.contrastLight, contrastDark: Theme.contrastDark })
    readonly property var pairs: ({
        text: ["window", "surface", "sunken", "raised", "rail", "hover", "pressed", "selection", "accentSoft"],
        text2: ["window", "surface", "sunken", "raised", "rail", "hover", "selection", "pressed", "accentSoft"],
        text3: ["window", "surface", "sunken", "raised", "hover", "selection", "accentSoft"],
        accent: ["surface", "raised", "sunken", "hover", "selection", "accentSoft", "window"],
        accentText: ["accent", "accentHover"],
        ownText: ["own"],
        ownText2: ["own"],
        ok: ["surface", "raised", "okSoft"],
        warn: ["surface", "raised", "warnSoft", "window"],
        error: ["surface", "raised", "errorSoft", "hover", "window"],
        errorText: ["error"]
    })

    function linear(channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    // Computed here once more, independently of what the theme uses for avatars.
    function ratio(one, other) {
        const light = color => 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
        const values = [light(one), light(other)].sort((a, b) => b - a);
        return (values[0] + 0.05) / (values[1] + 0.05);
    }

    function test_text_data() {
        const rows = [];
        for (const scheme in schemes) {
            for (const ink in pairs) {
                for (const ground of pairs[ink])
                    rows.push({ tag: scheme + ": " + ink + " on " + ground, scheme: scheme, ink: ink, ground: ground });
            }
        }
        return rows;
    }

    function test_text(row) {
        const colors = schemes[row.scheme];
        const wanted = row.scheme.startsWith("contrast") && row.ink.startsWith("text") ? 7 : 4.5;
        const found = ratio(colors[row.ink], colors[row.ground]);
        verify(found >= wanted, "%1:1, wanted %2:1".arg(found.toFixed(2)).arg(wanted));
    }

    // What is not text but has to be seen (WCAG 2.2, 1.4.11): 3:1.
    function test_focus_data() {
        return Object.keys(schemes).map(scheme => ({ tag: scheme, colors: schemes[scheme] }));
    }

    function test_focus(row) {
        for (const ground of ["window", "surface", "sunken", "raised", "rail"])
            verify(ratio(row.colors.focus, row.colors[ground]) >= 3, "focus on " + ground);
    }

    // What a chart draws, on what it is drawn on: series and targets stand alone, bars lie on their track, the strongest cells of a heat map between others.
    function test_charts_data() {
        return test_focus_data();
    }

    function test_charts(row) {
        for (const ground of ["surface", "window", "hover", "chartTrack"]) {
            for (const ink of ["chart1", "chart2", "chart3", "chart4", "chart5", "target"])
                verify(ratio(row.colors[ink], row.colors[ground]) >= 3, ink + " on " + ground);
        }
        compare(row.colors.series.length, 5);
        verify(ratio(row.colors.heat[5], row.colors.surface) >= 3, "most on surface");
        for (let level = 1; level < row.colors.heat.length; ++level)
            verify(ratio(row.colors.heat[level], row.colors.heat[level - 1]) >= 1.2, "level " + level + " beside the one below");
        verify(ratio(row.colors.heat[1], row.colors.heat[0]) < ratio(row.colors.heat[2], row.colors.heat[0]), "ever further from nothing");
    }

    function test_initialsOnEveryAvatar() {
        for (let i = 0; i < 720; ++i) {
            const color = Theme.avatarColor("person " + i);
            verify(ratio(color, Theme.lightColors.avatarText) >= 4.5, "person " + i + " is " + color);
        }
    }

    function test_avatarIsForGood() {
        compare(Theme.avatarColor("maya"), Theme.avatarColor("maya"));
        verify(Theme.avatarColor("maya") !== Theme.avatarColor("tomas"));
    }

    function test_modes() {
        Theme.mode = "dark";
        verify(Theme.dark);
        compare(Theme.colors.text, Theme.darkColors.text);
        Theme.mode = "light";
        verify(!Theme.dark);
        Theme.highContrast = true;
        compare(Theme.colors.text, Theme.contrastLight.text);
        Theme.highContrast = false;
        Theme.reducedMotion = true;
        compare(Theme.fast, 0);
        compare(Theme.normal, 0);
        Theme.reducedMotion = false;
        verify(Theme.fast > 0);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast as WCAG 2.2 computes it, and the avatar colours that follow from it.

function linear(channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
}

// Relative luminance, 0 to 1, of an opaque colour.
export function luminance(color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

// Contrast ratio of two opaque colours, 1 to 21.
export function ratio(one, other) {
    const a = luminance(one);
    const b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

// A hue from 0 up to 1 that a text always gets again.
export function hueOf(text) {
    let hash = 0;
    for (let i = 0; i < text.length; ++i)
        hash = (hash * 31 + text.charCodeAt(i)) >>> 0;
    return (hash % 360) / 360;
}

// The lightest of a hue's tones that carries white text: one lightness for all hues would fail between yellow and cyan.
export function avatarColor(text) {
    const hue = hueOf(text);
    const white = Qt.rgba(1, 1, 1, 1);
    for (let lightness = 0.44; lightness > 0.1; lightness -= 0.02) {
        const color = Qt.hsla(hue, 0.45, lightness, 1);
        if (ratio(color, white) >= 4.6)
            return color;
    }
    return Qt.hsla(hue, 0.45, 0.1, 1);
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Names and texts of people run in either direction, whatever the interface does (Unicode Standard Annex #9).
QtObject {
    // A part of a sentence that keeps its own direction and leaves that of the sentence alone (FSI … PDI).
    function isolate(part: string): string {
        return "\u2068" + part + "\u2069";
    }

    // A sentence of the interface runs as the interface does, also when a name of another script begins it (LRM, RLM).
    function sentence(text: string): string {
        return (Application.layoutDirection === Qt.RightToLeft ? "\u200f" : "\u200e") + text;
    }
}

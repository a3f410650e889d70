// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property var held: ({}) // by field: {text, seenVersion, seenText}

    signal changed

    function holds(field: string): bool { return field in held; }
    function text(field: string): string { return held[field]?.text ?? ""; }
    function seenVersion(field: string): int { return held[field]?.seenVersion ?? 0; }
    function seenText(field: string): string { return held[field]?.seenText ?? ""; }
    function type(field: string, text: string, seenVersion: int, seenText: string) {
        held[field] = { text: text, seenVersion: seenVersion, seenText: seenText };
    }
    function drop(field: string) {
        if (!holds(field))
            return;
        delete held[field];
        changed();
    }
}

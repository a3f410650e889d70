// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string theme: "light"
    property string language: "en"
    property int keepDays: 0
    property int fileMegabytes: 500
    property bool shareSettings: true
    property bool shareDrafts: false
    property bool highContrast: false
    property bool alertTexts: true
    property bool reducedMotion: true
    property var values: ({})

    function remembered(name: string, fallback: int): int {
        return name in values ? values[name] : fallback;
    }
    function remember(name: string, value: int) {
        values = Object.assign({}, values, { [name]: value });
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    property string text: ""
    property var all: []

    // Whatever has the words in its title.
    onTextChanged: values = text.trim() === "" ? [] : all.filter(entry => entry.title.toLowerCase().includes(text.trim().toLowerCase())).slice(0, 5)
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property bool windowActive: false
    property string place: ""
    property AlertChoices choices: AlertChoices { }

    signal messageChosen(string conversation, int number)
    signal recordChosen(string record, string note)
    signal placeChosen(string place)
}

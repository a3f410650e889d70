// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// One icon of the family, drawn in a token's colour and crisp at any scale. What it means is said by the control around it.
Image {
    id: icon

    required property string name
    property color color: Theme.colors.text2
    property int size: Theme.iconSize

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name === "" ? "" : "image://icon/" + name + "?" + color.toString().slice(1)
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}

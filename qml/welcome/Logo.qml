// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Image {
    property int size: 48

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: "qrc:/icons/frontdesk.svg"
    Accessible.ignored: true
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

// Text as it is: never markup, whoever wrote it.
Text {
    textFormat: Text.PlainText
    color: Theme.colors.text
    font: Theme.body
    elide: Text.ElideRight
    horizontalAlignment: Text.AlignLeft // with the interface, not with the script of the text
    verticalAlignment: Text.AlignVCenter
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// Something that happened, behind its time.
Item {
    id: line

    required property string timeText
    required property string text
    property color ink: Theme.colors.text

    implicitHeight: Math.max(time.implicitHeight, words.implicitHeight)
    Accessible.role: Accessible.ListItem
    Accessible.name: timeText + " " + text

    Label {
        id: time
        anchors.left: parent.left
        // Figures of the font differ in width; the words behind them stand in one column all the same.
        width: Math.max(implicitWidth, widest.width)
        text: line.timeText
        font: Theme.label
        color: Theme.colors.text3
        Accessible.ignored: true
    }
    Label {
        id: words
        anchors.left: time.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space12
        text: line.text
        font: Theme.label
        color: line.ink
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
    }
    TextMetrics {
        id: widest
        font: Theme.label
        text: "00:00:00"
    }
}

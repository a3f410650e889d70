// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// Something that happened, behind its time.
RowLayout {
    id: line

    required property string timeText
    required property string text
    property color ink: Theme.colors.text

    spacing: Theme.space12
    Accessible.role: Accessible.ListItem
    Accessible.name: timeText + " " + text

    Label {
        text: line.timeText
        font: Theme.label
        color: Theme.colors.text3
        Accessible.ignored: true
        Layout.preferredWidth: Math.max(implicitWidth, widestTime.width)
        Layout.alignment: Qt.AlignTop
    }
    Label {
        text: line.text
        font: Theme.label
        color: line.ink
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
        Layout.fillWidth: true
    }

    // Figures of the font differ in width; the words behind them stand in one column all the same.
    TextMetrics {
        id: widestTime
        font: Theme.label
        text: "00:00:00"
    }
}

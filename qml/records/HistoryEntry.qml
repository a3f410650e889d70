// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// One line of a timeline. Anchors instead of layouts: a page of them is built in one frame.
Item {
    id: entry

    required property string sentence
    required property string time
    required property string fullTime
    required property string initials
    required property string avatarKey

    implicitHeight: Math.max(avatar.height, sentenceLabel.height + 2 + timeLabel.height)
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2", "what happened, when").arg(sentence).arg(fullTime)

    Avatar {
        id: avatar
        anchors.left: parent.left
        anchors.top: parent.top
        width: size
        height: size
        initials: entry.initials
        colorKey: entry.avatarKey
        size: Theme.avatarTable
    }
    Label {
        id: sentenceLabel
        anchors.left: avatar.right
        anchors.leftMargin: Theme.space12
        anchors.right: parent.right
        anchors.top: parent.top
        text: entry.sentence
        font: Theme.label
        wrapMode: Text.Wrap
        maximumLineCount: 6
    }
    Label {
        id: timeLabel
        anchors.left: sentenceLabel.left
        anchors.top: sentenceLabel.bottom
        anchors.topMargin: 2
        text: entry.time
        font: Theme.small
        color: Theme.colors.text2
    }
}

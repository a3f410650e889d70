// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What has happened last, as it happens.
Rectangle {
    id: card

    required property ActivityModel activity
    property bool large: false // for a wall

    implicitWidth: 300
    implicitHeight: 300
    radius: Theme.radiusCard
    color: Theme.colors.surface
    border.width: 1
    border.color: Theme.colors.line

    SectionTitle {
        id: heading
        x: Theme.space16
        y: Theme.space12
        width: parent.width - 2 * Theme.space16
        height: 28
        text: qsTr("Live activity")
        font: card.large ? Theme.wallStrong : Theme.bodyStrong
        color: Theme.colors.text
    }
    ListView {
        id: list
        x: Theme.space16
        y: heading.y + heading.height + Theme.space8
        width: parent.width - 2 * Theme.space16
        height: parent.height - y - Theme.space12
        clip: true
        spacing: Theme.space8
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // as in a RecordTable
        model: card.activity
        ScrollBar.vertical: ScrollBar { }
        Accessible.role: Accessible.List
        Accessible.name: heading.text

        delegate: RowLayout {
            id: entry

            required property string initials
            required property string avatarKey
            required property string sentence
            required property string timeText
            required property string fullTimeText

            width: list.width
            spacing: Theme.space12
            Accessible.role: Accessible.ListItem
            Accessible.name: sentence + ", " + fullTimeText

            Avatar {
                size: card.large ? Theme.avatarList : Theme.avatarTable
                initials: entry.initials
                colorKey: entry.avatarKey
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Label {
                    text: entry.sentence
                    font: card.large ? Theme.wall : Theme.label
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    Layout.fillWidth: true
                }
                Label {
                    text: entry.timeText
                    font: card.large ? Theme.wall : Theme.small
                    color: Theme.colors.text2
                }
            }
        }
    }
    EmptyState {
        visible: list.count === 0
        anchors.fill: list
        iconName: "activity"
        title: qsTr("Nothing has happened yet")
    }
}

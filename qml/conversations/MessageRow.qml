// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// One row of a MessageListModel: what stands above it (day, "New"), the avatar, the bubble, and what can be done when the server refused it.
Item {
    id: row

    required property string messageId
    required property string authorName
    required property string initials
    required property string avatarKey
    required property string text
    required property bool own
    required property string timeText
    required property string fullTimeText
    required property string dayText
    required property bool startsGroup
    required property bool endsGroup
    required property string delivery
    required property string refusal
    required property bool firstUnread
    required property bool revealed
    required property bool edited
    required property string editedTime
    required property string editRefused // why the last edit was not taken; empty: it was, or there is none
    required property string editText
    required property var files // a list of SharedFile; of a row that has just been removed undefined
    property Menu opened: null // of this message; another may take the row
    property bool showsNames: true // not where only one other person writes

    signal retried
    signal editAsked
    signal discarded
    signal fileCalledOff(int place)

    readonly property real indent: Theme.avatarMessage + Theme.space8
    readonly property bool refused: delivery === "refused" || editRefused !== ""

    onMessageIdChanged: opened?.close()
    height: line.y + line.height + refusalActions.height
    Accessible.role: Accessible.ListItem
    Accessible.name: own
        ? qsTr("You, %1: %2. %3").arg(fullTimeText).arg(shownText).arg(refusalText === "" ? bubble.deliveryText : refusalText)
        : qsTr("%1, %2: %3").arg(authorName).arg(fullTimeText).arg(shownText)

    readonly property string fileNames: Array.from(files ?? []).map(file => file.name).join(", ")
    readonly property string words: fileNames === "" ? text : text === "" ? fileNames : qsTr("%1, with %2", "the text of a message, names of files").arg(text).arg(fileNames)
    readonly property string shownText: edited ? qsTr("%1 (edited)", "the text of a message").arg(words) : words
    readonly property string refusalText: editRefused !== "" ? qsTr("“%1” was not taken: %2").arg(editText).arg(editRefused)
        : delivery === "refused" ? refusal : ""

    // What few rows have is built for these alone: a screen of rows is built whenever a conversation is opened.
    Lazy {
        id: above
        active: row.dayText !== "" || row.firstUnread
        width: parent.width
        height: item ? item.height : row.startsGroup ? Theme.space12 : 3

        Column {
            width: row.width
            bottomPadding: 3

            DaySeparator {
                visible: row.dayText !== ""
                width: parent.width
                day: row.dayText
            }
            UnreadLine {
                visible: row.firstUnread
                width: parent.width
            }
        }
    }
    Item {
        id: line
        y: above.height
        width: parent.width
        height: bubble.height

        Lazy {
            active: !row.own && row.endsGroup
            x: row.LayoutMirroring.enabled ? parent.width - Theme.avatarMessage : 0
            y: parent.height - Theme.avatarMessage

            Avatar {
                initials: row.initials
                colorKey: row.avatarKey
                size: Theme.avatarMessage
            }
        }
        Lazy {
            active: row.revealed
            anchors.fill: bubble
            anchors.margins: -3

            Rectangle { // around the message that was looked for
                objectName: "mark"
                anchors.fill: parent
                radius: Theme.radiusBubble + 3
                color: "transparent"
                border.width: 2
                border.color: Theme.colors.focus
            }
        }
        MessageBubble {
            id: bubble
            objectName: "bubble"

            readonly property bool atEnd: row.own !== row.LayoutMirroring.enabled

            x: atEnd ? parent.width - width - (row.own ? 0 : row.indent) : row.own ? 0 : row.indent
            maximumWidth: Math.min(560, parent.width - row.indent - Theme.space32)
            authorName: !row.own && row.startsGroup && row.showsNames ? row.authorName : ""
            text: row.text
            files: row.files ?? []
            timeText: row.timeText
            fullTimeText: row.fullTimeText
            own: row.own
            delivery: row.delivery
            edited: row.edited
            editedTime: row.editedTime
            onFileCalledOff: place => row.fileCalledOff(place)
        }
        Lazy {
            active: row.own && !row.refused && over.hovered
            x: bubble.atEnd ? bubble.x - 28 - Theme.space4 : bubble.x + bubble.width + Theme.space4
            y: parent.height - 28

            IconButton {
                objectName: "editAction"
                size: 28
                iconName: "pencil"
                text: qsTr("Edit")
                focusPolicy: Qt.NoFocus // by keyboard: Up in the composer
                onClicked: row.editAsked()
            }
        }
        HoverHandler {
            id: over
        }
        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: eventPoint => {
                row.opened = menu.createObject(row) as Menu;
                row.opened.popup(eventPoint.position.x, eventPoint.position.y);
            }
        }
    }
    Lazy {
        id: refusalActions
        active: row.refused
        y: line.y + line.height
        width: parent.width
        height: item ? item.height : 0

        Flow {
            width: row.width
            topPadding: Theme.space4
            spacing: Theme.space4
            layoutDirection: row.LayoutMirroring.enabled ? Qt.LeftToRight : Qt.RightToLeft

            Button {
                kind: Button.Quiet
                destructive: true
                objectName: "discard"
                text: qsTr("Discard")
                onClicked: row.discarded()
            }
            Button {
                kind: Button.Quiet
                objectName: "edit"
                text: qsTr("Edit")
                onClicked: row.editAsked()
            }
            Button {
                kind: Button.Quiet
                objectName: "retry"
                text: qsTr("Try again")
                onClicked: row.retried()
            }
            Label {
                height: Math.max(28, contentHeight + Theme.space4)
                width: Math.min(implicitWidth, row.width)
                text: row.refusalText
                font: Theme.small
                color: Theme.colors.error
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }

    Component { // built for the one that is asked
        id: menu

        Menu {
            onClosed: destroy()

            MenuItem {
                objectName: "menuEdit"
                visible: row.own
                height: visible ? implicitHeight : 0
                text: qsTr("Edit")
                iconName: "pencil"
                onTriggered: row.editAsked()
            }
            MenuItem {
                text: qsTr("Copy text")
                iconName: "copy"
                onTriggered: Clipboard.copy(row.text)
            }
        }
    }
}

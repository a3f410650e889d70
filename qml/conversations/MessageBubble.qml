// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Files
import Frontdesk.Models
import Frontdesk.Theme

// The files and the text of one message with its time and delivery, as narrow as the text allows. The time stands beside the last line where there is room, else below.
Rectangle {
    id: bubble

    required property string authorName // empty: not shown
    required property string text
    required property string timeText
    required property string fullTimeText
    required property bool own
    required property string delivery
    property var files: [] // a list of SharedFile
    property bool edited: false
    property string editedTime: "" // with date and seconds; empty: not known
    required property real maximumWidth

    signal fileCalledOff(int place)

    readonly property alias deliveryText: mark.text // in words
    readonly property color ink: own ? Theme.colors.ownText : Theme.colors.text
    readonly property color quietInk: own ? Theme.colors.ownText2 : Theme.colors.text2
    readonly property real room: maximumWidth - 2 * Theme.space12
    readonly property real textWidth: text === "" ? 0 : unwrapped.text === "" ? room : Math.min(Math.ceil(unwrapped.implicitWidth), room)
    readonly property bool beside: text !== "" && words.lastLineWidth + Theme.space12 + meta.width <= room
    readonly property real besideWidth: beside ? words.lastLineWidth + Theme.space12 + meta.width : meta.width

    width: Math.ceil(Math.max(textWidth, name.visible ? Math.min(name.implicitWidth, room) : 0, attached.width, besideWidth)) + 2 * Theme.space12
    height: words.y + (text === "" ? 0 : words.height) + (beside ? 0 : meta.height + 2) + Theme.space8
    radius: Theme.radiusBubble
    color: own ? Theme.colors.own : Theme.colors.sunken
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.colors.line

    Label {
        id: name
        visible: text !== ""
        x: Theme.space12
        y: Theme.space8
        width: parent.width - 2 * Theme.space12
        text: bubble.authorName
        font: Theme.smallStrong
        color: Theme.colors.accent
    }
    Lazy {
        id: attached
        active: bubble.files.length > 0
        x: Theme.space12
        y: name.visible ? name.y + name.height + Theme.space4 : Theme.space12
        width: item?.implicitWidth ?? 0
        height: item?.implicitHeight ?? 0

        Column {
            spacing: Theme.space4

            Repeater {
                model: bubble.files

                FileView {
                    required property SharedFile modelData
                    required property int index

                    objectName: "file"
                    file: modelData
                    room: bubble.room
                    unsent: bubble.delivery === "queued" && !bubble.edited // else it may be the change that waits
                    onCalledOff: bubble.fileCalledOff(index)
                }
            }
        }
    }
    Text { // how wide the text would like to be; a long one fills its room anyway
        id: unwrapped
        visible: false
        textFormat: Text.PlainText
        text: bubble.text.length < 400 ? bubble.text : ""
        font: Theme.body
    }
    Text {
        id: words
        objectName: "words"

        property real lastLineWidth: 0
        readonly property bool rightToLeft: horizontalAlignment === Text.AlignRight

        x: rightToLeft ? parent.width - width - Theme.space12 : Theme.space12
        y: attached.active ? attached.y + attached.height + Theme.space4 : name.visible ? name.y + name.height + 3 : Theme.space8
        width: bubble.textWidth
        textFormat: Text.PlainText
        text: bubble.text
        font: Theme.body
        color: bubble.ink
        wrapMode: Text.Wrap
        lineHeightMode: Text.FixedHeight
        lineHeight: Theme.bodyLineHeight
        onLineLaidOut: line => {
            if (line.isLast)
                lastLineWidth = line.implicitWidth;
        }
    }
    Row {
        id: meta
        x: words.rightToLeft ? Theme.space12 : parent.width - width - Theme.space12 // where the last line ends
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space8
        spacing: Theme.space4

        Label {
            objectName: "edited"
            visible: bubble.edited
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("(edited)")
            font: Theme.caption
            color: bubble.quietInk
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: bubble.timeText
            font: Theme.caption
            color: bubble.quietInk
        }
        DeliveryMark {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            delivery: bubble.delivery
            ink: bubble.quietInk
        }
    }
    HoverHandler {
        id: hover
    }
    Hint {
        item: bubble
        asked: hover.hovered
        delay: 900
        text: bubble.fullTimeText + (mark.text === "" ? "" : " · " + mark.text)
            + (bubble.editedTime === "" ? "" : " · " + qsTr("edited %1").arg(bubble.editedTime))
    }
}

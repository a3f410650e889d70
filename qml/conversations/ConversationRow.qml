// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One row of a ConversationListModel; what few rows have is built for these alone. What it says of the conversation, in this order: who types, what one has begun to write, the newest message.
ListRow {
    id: row

    required property string conversationId
    required property string kind
    required property string title
    required property string initials
    required property string avatarKey
    required property string lastText
    required property string lastAuthor
    required property string timeText
    required property int unread
    required property string presence
    required property string typingText
    required property string deliveryState
    required property bool hasDraft
    required property string draftText
    required property bool pending
    required property string firstLabel
    required property int labelCount
    required property string labelsText
    required property int conflicts
    required property bool closed

    readonly property string preview: typingText !== "" ? typingText
        : hasDraft ? draftText
        : lastText === "" ? (pending ? qsTr("Waiting to be created") : qsTr("No messages yet"))
        : lastAuthor === "" ? lastText : qsTr("%1: %2").arg(lastAuthor).arg(lastText)

    Accessible.name: (unread > 0 ? qsTr("%1, %n unread", "", unread).arg(title) : title) + ", "
        + (hasDraft && typingText === "" ? qsTr("Draft: %1").arg(preview) : preview) + ", " + timeText
        + (closed ? ", " + qsTr("closed") : "") + (labelCount > 0 ? ", " + qsTr("labels: %1").arg(labelsText) : "") + (conflicts > 0 ? ", " + qsTr("two values to choose from") : "")

    contentItem: RowLayout {
        spacing: Theme.space12

        Avatar {
            initials: row.initials
            colorKey: row.avatarKey
            group: row.kind === "group"
            presence: row.presence
            ground: row.ground
        }
        ColumnLayout {
            spacing: 3
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.space8

                Label {
                    objectName: "title"
                    text: row.title
                    font: Theme.bodyStrong
                    Layout.fillWidth: true
                    Layout.minimumWidth: row.labelCount > 0 ? Math.min(implicitWidth, row.width / 2) : 0 // labels give way to it
                }
                Repeater {
                    model: row.labelCount > 0 ? 1 : undefined

                    Chip {
                        opacity: width >= Math.min(implicitWidth, 48) ? 1 : 0 // less would say nothing
                        text: row.labelCount > 1 ? qsTr("%1 +%2", "the first label and how many more").arg(row.firstLabel).arg(row.labelCount - 1) : row.firstLabel
                        ink: Theme.colors.accent
                        ground: row.highlighted ? Theme.colors.surface : Theme.colors.accentSoft
                        implicitHeight: 18
                        Layout.fillWidth: true
                        Layout.minimumWidth: 0
                        Layout.maximumWidth: Math.min(implicitWidth, 110)
                    }
                }
                Label {
                    text: row.timeText
                    font: Theme.small
                    color: Theme.colors.text2
                }
            }
            RowLayout {
                spacing: Theme.space4

                Repeater {
                    model: row.hasDraft && row.typingText === "" ? 1 : undefined

                    Label {
                        text: qsTr("Draft")
                        font: Theme.label
                        color: Theme.colors.error
                    }
                }
                Label {
                    text: row.typingText !== "" ? Bidi.sentence(row.typingText)
                        : row.hasDraft || row.lastText === "" || row.lastAuthor === "" ? row.preview
                        : Bidi.sentence(qsTr("%1: %2").arg(Bidi.isolate(row.lastAuthor)).arg(Bidi.isolate(row.lastText)))
                    font: Theme.label
                    color: row.typingText !== "" ? Theme.colors.accent : Theme.colors.text2
                    maximumLineCount: 1
                    Layout.fillWidth: true
                }
                Repeater {
                    model: row.deliveryState !== "" && row.typingText === "" && !row.hasDraft && row.unread === 0 ? 1 : undefined

                    DeliveryMark {
                        delivery: row.deliveryState
                        ink: Theme.colors.text2
                    }
                }
                Repeater {
                    model: row.closed ? 1 : undefined

                    Icon {
                        objectName: "closed"
                        name: "circle-check"
                        size: Theme.iconSmall
                        color: Theme.colors.text2
                    }
                }
                Repeater {
                    model: row.conflicts > 0 ? 1 : undefined

                    Icon {
                        objectName: "conflict"
                        name: "triangle-alert"
                        size: Theme.iconSmall
                        color: Theme.colors.warn
                    }
                }
                Repeater {
                    model: row.unread > 0 ? 1 : undefined

                    Badge {
                        count: row.unread
                    }
                }
            }
        }
    }
}

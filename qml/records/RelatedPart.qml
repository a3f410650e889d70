// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Records that belong to the one that is shown, as cards that open them: deals with stage and value, people with what they do.
ColumnLayout {
    id: part

    required property RelatedRecordsModel records
    required property string title
    property bool openOnly: false // those that are won, lost or done are left out
    property string addName: "" // what "Add" adds, for assistive technology; empty: nothing can be added here

    signal opened(string record)
    signal addAsked

    spacing: Theme.space8

    RowLayout {
        SectionTitle {
            text: part.title
            Layout.fillWidth: true
        }
        Button {
            visible: part.addName !== ""
            kind: Button.Quiet
            text: qsTr("Add")
            Accessible.name: part.addName
            onClicked: part.addAsked()
        }
    }
    Repeater {
        model: part.records

        ListRow {
            id: card

            required property string record
            required property string title
            required property string detail
            required property string amount
            required property bool waiting
            required property bool open

            visible: open || !part.openOnly
            implicitHeight: 56
            Accessible.name: title + (detail === "" ? "" : ", " + detail) + (amount === "" ? "" : ", " + amount)
            onClicked: part.opened(record)
            Layout.fillWidth: true

            background: Rectangle {
                radius: Theme.radiusControl
                color: card.ground
                border.width: 1
                border.color: Theme.colors.line

                FocusRing { control: card; inset: 0 }
            }
            contentItem: RowLayout {
                spacing: Theme.space8

                ColumnLayout {
                    spacing: 2
                    Layout.fillWidth: true

                    Label {
                        text: card.title
                        font: Theme.labelStrong
                        Layout.fillWidth: true
                    }
                    Label {
                        visible: text !== ""
                        text: card.detail
                        font: Theme.small
                        color: Theme.colors.text2
                        Layout.fillWidth: true
                    }
                }
                Icon {
                    visible: card.waiting
                    name: "clock"
                    size: Theme.iconSmall
                }
                Label {
                    visible: text !== ""
                    text: card.amount
                    font: Theme.labelStrong
                }
            }
        }
    }
}

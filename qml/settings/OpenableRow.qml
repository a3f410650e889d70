// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// Something that is defined: its name and what it is, and below it, while it is open, what changes it.
ColumnLayout {
    id: row

    required property string name
    required property string detail
    required property bool waiting
    required property int conflicts
    property bool open: false
    property string problem: "" // why it was not put into the bin
    property alias lead: lead.data // before the name
    default property alias content: body.data

    signal toggled
    signal binAsked

    spacing: 0

    RowLayout {
        spacing: Theme.space4
        Layout.minimumHeight: 48

        Row {
            id: lead
            visible: children.length > 0
        }
        Column {
            spacing: Theme.space2
            Layout.fillWidth: true

            Label {
                width: parent.width
                text: row.name
                font: Theme.labelStrong
            }
            Label {
                width: parent.width
                text: row.detail
                font: Theme.small
                color: Theme.colors.text2
            }
        }
        Chip {
            visible: row.conflicts > 0
            text: qsTr("%n conflict(s)", "", row.conflicts)
            ink: Theme.colors.warn
            ground: Theme.colors.warnSoft
        }
        Icon {
            visible: row.waiting
            name: "clock"
            size: Theme.iconSmall
        }
        IconButton {
            objectName: "open"
            iconName: "pencil"
            checked: row.open
            text: row.open ? qsTr("Close %1").arg(row.name) : qsTr("Change %1").arg(row.name)
            onClicked: row.toggled()
        }
        IconButton {
            objectName: "bin"
            iconName: "trash-2"
            text: qsTr("Move %1 to the bin").arg(row.name)
            onClicked: row.binAsked()
        }
    }
    ProblemLine {
        objectName: "rowProblem"
        text: row.problem
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space8
    }
    ColumnLayout {
        id: body
        spacing: 0
        Layout.bottomMargin: row.open ? Theme.space12 : 0
    }
    Divider { Layout.fillWidth: true }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Records as rows: the name, then a cell for each column. A press on a heading sorts by it. Where there is no room, columns at the end are left out.
Rectangle {
    id: table

    required property RecordTableModel records
    required property string name // for assistive technology
    property string current: ""   // the record that is open

    readonly property int nameWidth: Math.max(180, Math.round(width * 0.28))
    readonly property int shownColumns: Math.max(0, Math.min(records.columns.length, Math.floor((width - nameWidth) / 120)))
    readonly property int columnWidth: shownColumns === 0 ? 0 : Math.floor((width - nameWidth - 2 * Theme.space12) / shownColumns)
    readonly property alias view: list

    signal opened(string record)

    radius: Theme.radiusCard
    color: Theme.colors.surface
    border.width: 1
    border.color: Theme.colors.line

    component Heading: T.AbstractButton {
        id: heading

        required property string field
        readonly property bool sorted: table.records.sortBy === field

        implicitHeight: 34
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.ColumnHeader
        Accessible.name: !sorted ? text : table.records.descending ? qsTr("%1, sorted from the last to the first").arg(text) : qsTr("%1, sorted from the first to the last").arg(text)
        Keys.onReturnPressed: heading.clicked()
        Keys.onEnterPressed: heading.clicked()
        onClicked: table.records.sortByColumn(field)

        contentItem: RowLayout {
            spacing: Theme.space4

            Label {
                text: heading.text
                font: Theme.small
                color: heading.sorted || heading.hovered ? Theme.colors.text : Theme.colors.text2
                Layout.maximumWidth: heading.width - Theme.iconSmall - Theme.space8
            }
            Icon {
                visible: heading.sorted
                name: table.records.descending ? "arrow-down" : "arrow-up"
                size: Theme.iconSmall
            }
            Item {
                Layout.fillWidth: true
            }
        }
        background: Rectangle {
            radius: Theme.radiusTag
            color: "transparent"

            FocusRing { control: heading; inset: 0 }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        Row {
            leftPadding: Theme.space12
            rightPadding: Theme.space12
            Layout.fillWidth: true

            Heading {
                width: table.nameWidth
                field: "name"
                text: qsTr("Name")
            }
            Repeater {
                model: table.shownColumns

                Heading {
                    required property int index

                    width: table.columnWidth
                    field: table.records.columns[index] ?? ""
                    text: table.records.columnTitles[index] ?? ""
                }
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        ListView {
            id: list
            objectName: "rows"

            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: table.records
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.Table
            Accessible.name: table.name

            delegate: ListRow {
                id: row

                required property string record
                required property string title
                required property string initials
                required property string avatarKey
                required property string status
                required property var cells
                required property bool waiting
                required property int conflicts

                readonly property bool marked: waiting || conflicts > 0
                readonly property string spoken: Array.from(table.records.columns).reduce((text, field) => cells[field] ? text + ", " + cells[field] : text, title)

                width: ListView.view.width
                implicitHeight: 44
                highlighted: record !== "" && record === table.current
                enabled: record !== ""
                Accessible.name: spoken
                Accessible.description: conflicts > 0 ? qsTr("%n fields with two values", "", conflicts) : waiting ? qsTr("Waits to be sent") : ""
                onClicked: table.opened(record)

                contentItem: Row {
                    Row {
                        width: table.nameWidth
                        height: parent.height
                        spacing: Theme.space8

                        Avatar {
                            visible: row.record !== ""
                            anchors.verticalCenter: parent.verticalCenter
                            initials: row.initials
                            colorKey: row.avatarKey
                            size: Theme.avatarTable
                            ground: row.ground
                        }
                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            width: Math.min(implicitWidth, parent.width - Theme.avatarTable - Theme.space8 - (row.marked ? 24 : 0) - Theme.space12)
                            text: row.title
                            font: Theme.labelStrong
                        }
                        Icon {
                            visible: row.marked
                            anchors.verticalCenter: parent.verticalCenter
                            name: row.conflicts > 0 ? "triangle-alert" : "clock"
                            color: row.conflicts > 0 ? Theme.colors.warn : Theme.colors.text2
                            size: Theme.iconSmall
                        }
                    }
                    Repeater {
                        model: table.shownColumns

                        TableCell {
                            required property int index
                            readonly property string field: table.records.columns[index] ?? ""

                            width: table.columnWidth
                            height: row.availableHeight
                            text: row.cells[field] ?? ""
                            status: field === "status" ? row.status : ""
                        }
                    }
                }
            }
        }
    }
}

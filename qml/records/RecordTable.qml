// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Records as rows: a box that chooses it, the name, then a cell for each column. A press on a heading sorts by it. Where there is no room, columns at the end
// are left out. Rows are chosen by their boxes, with Ctrl and Shift, or with the space bar.
Rectangle {
    id: table

    required property RecordTableModel records
    required property string name // for assistive technology
    property string current: ""   // the record that is open
    property Settings settings: null // remembers how wide the columns are

    readonly property int narrowest: 64
    readonly property int boxWidth: 32
    property var dragged: ({}) // widths by field, while they are being changed
    readonly property real room: width - 2 * Theme.space12 - boxWidth
    readonly property int nameWidth: widthOf("name") || Math.max(180, Math.round(width * 0.26))
    readonly property var fields: Array.from(records.columns) // those of the columns
    readonly property var columnWidths: widthsFor(fields, room - nameWidth, dragged)

    signal opened(string record)

    function keyOf(field: string): string {
        return "column." + records.kind + "." + field;
    }

    // That somebody has given it; 0: nobody has.
    function widthOf(field: string): int {
        return dragged[field] ?? settings?.remembered(keyOf(field), 0) ?? 0;
    }

    // Of those columns for which there is room; what is left over goes to those that nobody has made wider or narrower.
    function widthsFor(columns: var, available: real, changed: var): var {
        const widths = [];
        let used = 0;
        for (const field of columns) {
            const wanted = changed[field] ?? (widthOf(field) || 120);
            if (used + wanted > available)
                break;
            widths.push(wanted);
            used += wanted;
        }
        const free = widths.map((width, place) => widthOf(columns[place]) === 0 ? place : -1).filter(place => place >= 0);
        for (const place of free)
            widths[place] += Math.floor((available - used) / free.length);
        return widths;
    }

    // To where somebody stood when they looked at these records last.
    function comeBack() {
        list.positionViewAtIndex(records.firstSeen(), ListView.Beginning);
    }

    function resize(field: string, width: int) {
        dragged = Object.assign({}, dragged, { [field]: Math.max(narrowest, width) });
    }

    function settle(field: string) {
        if (dragged[field] !== undefined)
            settings?.remember(keyOf(field), dragged[field]);
    }

    radius: Theme.radiusCard
    color: Theme.colors.surface
    border.width: 1
    border.color: Theme.colors.line

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        Row {
            leftPadding: Theme.space12
            rightPadding: Theme.space12
            Layout.fillWidth: true

            CheckBox {
                objectName: "chooseAll"
                width: table.boxWidth
                height: 34
                text: table.records.selection.all ? qsTr("Choose none") : qsTr("Choose all")
                checked: table.records.selection.all
                partly: table.records.selection.count > 0
                onClicked: {
                    if (table.records.selection.all)
                        table.records.selection.clear();
                    else
                        table.records.selection.selectAll();
                    checked = Qt.binding(() => table.records.selection.all);
                }
            }
            TableHeading {
                objectName: "heading.name"
                width: table.nameWidth
                records: table.records
                field: "name"
                text: qsTr("Name")
                onResized: width => table.resize(field, width)
                onSettled: table.settle(field)
            }
            Repeater {
                model: table.columnWidths.length

                TableHeading {
                    required property int index

                    objectName: "heading." + field
                    width: table.columnWidths[index] ?? 0
                    records: table.records
                    field: table.fields[index] ?? ""
                    text: table.records.columnTitles[index] ?? ""
                    onResized: width => table.resize(field, width)
                    onSettled: table.settle(field)
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
            reuseItems: true
            cacheBuffer: 0 // rows before they are seen would be built bit by bit: Qt goes on with that while the page is going away, and crashes
            model: table.records
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.Table
            Accessible.name: table.name
            onModelChanged: coming.restart()
            onContentYChanged: resting.restart()
            onHeightChanged: resting.restart()
            onCountChanged: resting.restart()
            Keys.onPressed: event => {
                if (event.matches(StandardKey.SelectAll)) {
                    event.accepted = true;
                    table.records.selection.selectAll();
                }
            }

            Timer { // until the model is there
                id: coming
                interval: 0
                onTriggered: table.comeBack()
            }
            Timer { // until the rows stand still
                id: resting
                interval: 150
                onTriggered: {
                    const last = list.indexAt(0, list.contentY + list.height - 1);
                    table.records.see(list.indexAt(0, Math.max(list.originY, list.contentY)), last < 0 ? list.count - 1 : last);
                }
            }

            delegate: ListRow {
                id: row

                required property int index
                required property string record
                required property string title
                required property string initials
                required property string avatarKey
                required property SharedFile picture
                required property string statusColor
                required property var cells
                required property bool waiting
                required property int conflicts
                required property bool selected

                readonly property bool marked: waiting || conflicts > 0
                // By column; a model's map is made anew each time that it is looked at.
                readonly property var texts: {
                    const all = cells;
                    return table.fields.map(field => all[field] ?? "");
                }
                readonly property string spoken: texts.reduce((text, cell) => cell === "" ? text : text + ", " + cell, title)

                width: list.width
                implicitHeight: 44
                highlighted: selected || (record !== "" && record === table.current)
                Accessible.name: spoken
                Accessible.description: conflicts > 0 ? qsTr("%n fields with two values", "", conflicts) : waiting ? qsTr("Waits to be sent") : ""
                onClicked: {
                    if (record !== "") // it may still be read
                        table.opened(record);
                }
                Keys.onSpacePressed: event => {
                    if (event.modifiers & Qt.ShiftModifier)
                        table.records.selection.extendTo(index);
                    else
                        table.records.selection.toggle(index);
                }

                MouseArea { // only where a key is held
                    anchors.fill: parent
                    z: 1
                    onPressed: mouse => mouse.accepted = (mouse.modifiers & (Qt.ControlModifier | Qt.ShiftModifier)) !== 0
                    onClicked: mouse => {
                        if (mouse.modifiers & Qt.ShiftModifier)
                            table.records.selection.extendTo(row.index);
                        else
                            table.records.selection.toggle(row.index);
                    }
                }

                contentItem: Row {
                    CheckBox {
                        objectName: "choose"
                        width: table.boxWidth
                        height: parent.height
                        text: qsTr("Choose %1").arg(row.title)
                        checked: row.selected
                        onClicked: {
                            table.records.selection.toggle(row.index);
                            checked = Qt.binding(() => row.selected);
                        }
                    }
                    Row {
                        width: table.nameWidth
                        height: parent.height
                        spacing: Theme.space8

                        RecordAvatar {
                            objectName: "avatar"
                            visible: row.record !== "" && table.records.kind !== "deal"
                            anchors.verticalCenter: parent.verticalCenter
                            initials: row.initials
                            colorKey: row.avatarKey
                            picture: row.picture
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
                        model: table.columnWidths.length

                        TableCell {
                            required property int index

                            width: table.columnWidths[index] ?? 0
                            height: row.availableHeight
                            text: row.texts[index] ?? ""
                            isStatus: table.fields[index] === "status"
                            statusColor: isStatus ? row.statusColor : ""
                        }
                    }
                }
            }
        }
    }
}

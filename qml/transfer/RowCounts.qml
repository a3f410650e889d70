// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// How many rows of a file are what: made, there already, wrong.
GridLayout {
    id: counts

    required property ImportModel files
    property bool trial: false // what would be

    readonly property var lines: Array.from([
        { name: "rows", text: qsTr("Rows"), count: files.rows, always: true },
        { name: "made", text: trial ? qsTr("To be made") : qsTr("Made"), count: files.made, always: true },
        { name: "there", text: qsTr("There already"), count: files.there, always: false },
        { name: "wrong", text: qsTr("Wrong"), count: files.wrong, always: true },
        { name: "companies", text: trial ? qsTr("Companies to be made") : qsTr("Companies made"), count: files.companies, always: false },
        { name: "notes", text: trial ? qsTr("Notes to be made") : qsTr("Notes made"), count: files.notes, always: false }
    ]).filter(line => line.always || line.count > 0)

    columns: 2
    columnSpacing: Theme.space16
    rowSpacing: Theme.space4

    Repeater {
        model: counts.lines.length * 2

        Label {
            required property int index
            readonly property var line: counts.lines[Math.floor(index / 2)]
            readonly property bool isCount: index % 2 === 1
            readonly property bool isWrong: line.name === "wrong" && line.count > 0

            objectName: isCount ? "count." + line.name : ""
            text: isCount ? Number(line.count).toLocaleString(Qt.locale(), "f", 0) : line.text
            font: isCount ? Theme.labelStrong : Theme.label
            color: isWrong ? Theme.colors.error : isCount ? Theme.colors.text : Theme.colors.text2
            horizontalAlignment: isCount ? Text.AlignRight : Text.AlignLeft
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            Layout.fillWidth: isCount
        }
    }
}

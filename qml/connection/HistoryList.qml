// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The states that the connection went through, the newest first, each with its reason.
ColumnLayout {
    id: list

    required property ConnectionHistoryModel history

    visible: rows.count > 0
    spacing: Theme.space8

    SectionTitle {
        text: qsTr("What happened")
    }
    Column {
        id: lines
        spacing: Theme.space8
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What happened")
        Layout.fillWidth: true

        Repeater {
            id: rows
            model: list.history

            TimedLine {
                required property string kind

                width: lines.width
                ink: kind === "ok" ? Theme.colors.ok : kind === "warn" ? Theme.colors.warn
                    : kind === "error" ? Theme.colors.error : Theme.colors.text
            }
        }
    }
}

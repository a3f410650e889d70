// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The last things that went wrong, in words, with the facts of a certificate where one was refused.
ColumnLayout {
    id: list

    required property ConnectionProblemsModel problems

    spacing: Theme.space8

    SectionTitle {
        text: qsTr("Last problems")
    }
    Label {
        visible: rows.count === 0
        text: qsTr("None since Frontdesk was started")
        font: Theme.label
        color: Theme.colors.text2
        Layout.fillWidth: true
    }
    Column {
        id: lines
        visible: rows.count > 0
        spacing: Theme.space8
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Last problems")
        Layout.fillWidth: true

        Repeater {
            id: rows
            model: list.problems

            Column {
                id: row

                required property string timeText
                required property string text
                required property string certificate

                width: lines.width
                spacing: Theme.space4

                TimedLine {
                    width: row.width
                    timeText: row.timeText
                    text: row.text
                }
                CertificateFacts {
                    visible: facts !== ""
                    width: row.width
                    facts: row.certificate
                }
            }
        }
    }
}

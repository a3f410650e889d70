// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One step of the test: how it went by icon and word, what was found, how long it took, and what to do when it failed.
RowLayout {
    id: row

    required property string title
    required property string outcome // "waiting", "running", "passed", "notNeeded", "failed" or "notReached"
    required property string outcomeText
    required property string timeText
    required property string text
    required property string hint
    required property string certificate

    readonly property color ink: outcome === "passed" ? Theme.colors.ok : outcome === "failed" ? Theme.colors.error : Theme.colors.text3

    spacing: Theme.space12
    Accessible.role: Accessible.ListItem
    Accessible.name: Array.of(title, outcomeText, timeText, text, hint, certificate).filter(words => words !== "").join(". ")

    Item {
        implicitWidth: Theme.iconSize
        implicitHeight: 28
        Layout.alignment: Qt.AlignTop

        Spinner {
            anchors.centerIn: parent
            visible: row.outcome === "running"
            size: 16
        }
        Icon {
            anchors.centerIn: parent
            visible: row.outcome !== "running"
            name: row.outcome === "passed" ? "circle-check" : row.outcome === "failed" ? "circle-x"
                : row.outcome === "notNeeded" ? "circle-minus" : "circle-dashed"
            color: row.ink
        }
    }
    ColumnLayout {
        spacing: Theme.space2
        Layout.fillWidth: true

        RowLayout {
            spacing: Theme.space12
            Layout.minimumHeight: 28

            Label {
                text: row.title
                font: Theme.labelStrong
                color: row.outcome === "passed" || row.outcome === "failed" || row.outcome === "running" ? Theme.colors.text : Theme.colors.text2
                Accessible.ignored: true
                Layout.preferredWidth: 132
            }
            Label {
                text: row.outcome === "failed" ? "" : row.text !== "" ? row.text : row.outcomeText
                font: Theme.label
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Label {
                text: row.timeText
                font: Theme.label
                color: Theme.colors.text3
                Accessible.ignored: true
            }
        }
        Label {
            visible: row.outcome === "failed"
            text: row.text
            font: Theme.label
            color: Theme.colors.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Label {
            visible: row.hint !== ""
            text: row.hint
            font: Theme.label
            color: Theme.colors.text
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.ignored: true
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space8
        }
        CertificateFacts {
            visible: facts !== ""
            facts: row.certificate
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space8
        }
    }
}

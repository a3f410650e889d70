// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// One step of the test: how it went by icon and word, what was found, how long it took, and what to do when it failed.
Item {
    id: row

    required property string title
    required property string outcome // "waiting", "running", "passed", "notNeeded", "failed" or "notReached"
    required property string outcomeText
    required property string timeText
    required property string text
    required property string hint
    required property string certificate

    readonly property bool failed: outcome === "failed"
    readonly property bool begun: outcome === "passed" || failed || outcome === "running"

    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: Array.of(title, outcomeText, timeText, text, hint, certificate).filter(words => words !== "").join(". ")

    Item {
        id: mark
        anchors.left: parent.left
        width: Theme.iconSize
        height: 28

        Spinner {
            anchors.centerIn: parent
            visible: row.outcome === "running"
            size: 16
        }
        Icon {
            anchors.centerIn: parent
            visible: row.outcome !== "running"
            name: row.outcome === "passed" ? "circle-check" : row.failed ? "circle-x" : row.outcome === "notNeeded" ? "circle-minus" : "circle-dashed"
            color: row.outcome === "passed" ? Theme.colors.ok : row.failed ? Theme.colors.error : Theme.colors.text3
        }
    }
    // Not a layout: its heights come a moment too late for texts that break into lines.
    Column {
        id: words
        anchors.left: mark.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space12
        spacing: Theme.space4
        bottomPadding: row.failed ? Theme.space8 : 0

        Item {
            width: parent.width
            height: Math.max(28, found.implicitHeight + Theme.space8)

            Label {
                id: name
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                width: 132
                text: row.title
                font: Theme.labelStrong
                color: row.begun ? Theme.colors.text : Theme.colors.text2
                Accessible.ignored: true
            }
            Label {
                id: found
                anchors.left: name.right
                anchors.right: time.left
                anchors.margins: Theme.space12
                anchors.verticalCenter: parent.verticalCenter
                text: row.failed ? "" : row.text !== "" ? row.text : row.outcomeText
                font: Theme.label
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Accessible.ignored: true
            }
            Label {
                id: time
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: row.timeText
                font: Theme.label
                color: Theme.colors.text3
                Accessible.ignored: true
            }
        }
        Label {
            visible: row.failed
            width: parent.width
            text: row.text
            font: Theme.label
            color: Theme.colors.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.ignored: true
        }
        Label {
            visible: row.hint !== ""
            width: parent.width
            text: row.hint
            font: Theme.label
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.ignored: true
        }
        CertificateFacts {
            visible: facts !== ""
            width: parent.width
            facts: row.certificate
        }
    }
}

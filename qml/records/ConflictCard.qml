// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// A field that two people changed without knowing of each other: what stands, what was not taken, and the choice between them or of a third value. One row of a ConflictListModel.
Rectangle {
    id: card

    required property string conflictId
    required property string fieldName
    required property string sentence
    required property string kept
    required property string keptBy
    required property string keptTime
    required property bool keptOwn
    required property string wanted
    required property string wantedBy
    required property string wantedTime
    required property bool wantedOwn
    required property string before
    required property int longest
    required property bool mayType // a third value can be written

    readonly property bool wide: width >= 420

    signal keptChosen
    signal wantedChosen
    signal decided(string value)

    implicitHeight: column.implicitHeight + 2 * Theme.space12
    radius: Theme.radiusCard
    color: Theme.colors.warnSoft
    border.width: 1
    border.color: Theme.colors.warn
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Conflict: %1").arg(fieldName)
    Accessible.description: sentence

    Column {
        id: column
        x: Theme.space12
        y: Theme.space12
        width: parent.width - 2 * Theme.space12
        spacing: Theme.space8

        Row {
            spacing: Theme.space8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "triangle-alert"
                color: Theme.colors.warn
                size: 16
            }
            Label {
                width: Math.min(implicitWidth, column.width - 16 - Theme.space8)
                text: qsTr("Two values: %1").arg(card.fieldName)
                font: Theme.labelStrong
                color: Theme.colors.warn
            }
        }
        Label {
            width: parent.width
            text: card.sentence
            font: Theme.small
            color: Theme.colors.warn
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        GridLayout {
            width: parent.width
            columns: card.wide ? 2 : 1
            columnSpacing: Theme.space8
            rowSpacing: Theme.space8

            ConflictSide {
                objectName: "kept"
                heading: qsTr("Stands for now")
                value: card.kept
                by: card.keptBy
                time: card.keptTime
                choice: card.keptOwn ? qsTr("Keep mine") : card.wantedOwn ? qsTr("Keep theirs") : qsTr("Keep this")
                onChosen: card.keptChosen()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 100 // the same for both
            }
            ConflictSide {
                objectName: "wanted"
                heading: qsTr("Not taken")
                value: card.wanted
                by: card.wantedBy
                time: card.wantedTime
                choice: card.wantedOwn ? qsTr("Take mine") : card.keptOwn ? qsTr("Take theirs") : qsTr("Take this")
                onChosen: card.wantedChosen()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 100
            }
        }
        Label {
            visible: card.before !== ""
            width: parent.width
            text: qsTr("Before: %1").arg(card.before)
            font: Theme.small
            color: Theme.colors.warn
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        RowLayout {
            visible: card.mayType
            width: parent.width
            spacing: Theme.space8

            TextField {
                id: other
                objectName: "other"
                implicitWidth: 60
                implicitHeight: Theme.controlHeight
                placeholderText: qsTr("Another value")
                maximumLength: card.longest > 0 ? card.longest : 500
                Accessible.name: qsTr("Another value: %1").arg(card.fieldName)
                onAccepted: set.clicked()
                Layout.fillWidth: true
            }
            Button {
                id: set
                objectName: "set"
                text: qsTr("Set")
                enabled: other.text.trim() !== ""
                onClicked: {
                    if (enabled)
                        card.decided(other.text.trim());
                }
            }
        }
    }
}

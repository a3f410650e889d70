// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Which file; or going on with one that was interrupted.
ColumnLayout {
    id: step

    required property ImportModel files
    property alias text: file.text

    readonly property bool cards: files.kind === "contact"

    function takeFocus() {
        file.field.forceActiveFocus();
    }

    spacing: Theme.space12

    Label {
        text: step.cards ? qsTr("A CSV file with a row for each contact, or a vCard file. Nothing is changed before you have seen what would come of it.")
                         : qsTr("A CSV file with a row for each. Nothing is changed before you have seen what would come of it.")
        font: Theme.label
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    FileField {
        id: file
        objectName: "file"
        label: qsTr("File")
        text: step.files.path
        problem: step.files.problem
        nameFilters: step.cards ? [qsTr("Contacts (%1)", "file types").arg("*.csv *.txt *.tsv *.vcf *.vcard"), qsTr("All files (%1)").arg("*")]
                                : [qsTr("Tables (%1)", "file types").arg("*.csv *.txt *.tsv"), qsTr("All files (%1)").arg("*")]
        onAccepted: step.files.choose(text)
        onChosen: address => step.files.choose(address)
        Layout.fillWidth: true
    }
    Rectangle {
        objectName: "unfinished"
        visible: step.files.unfinished !== ""
        implicitHeight: offer.implicitHeight + 2 * Theme.space12
        radius: Theme.radiusControl
        color: Theme.colors.sunken
        Layout.fillWidth: true

        RowLayout {
            id: offer
            anchors.fill: parent
            anchors.margins: Theme.space12
            spacing: Theme.space8

            Label {
                text: qsTr("The import of %1 did not come to its end.").arg(step.files.unfinished)
                font: Theme.label
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Layout.fillWidth: true
            }
            Button {
                objectName: "forget"
                kind: Button.Quiet
                text: qsTr("Leave it")
                Accessible.description: step.files.unfinished
                onClicked: step.files.leaveUnfinished()
            }
            Button {
                objectName: "goOn"
                text: qsTr("Go on")
                Accessible.description: step.files.unfinished
                onClicked: step.files.goOn()
            }
        }
    }
}

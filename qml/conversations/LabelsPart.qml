// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The labels of a conversation, with a field for another one.
ColumnLayout {
    id: part

    required property ConversationPage page

    function add() {
        if (!page.mayLabel(field.text))
            return;
        page.addLabel(field.text.trim());
        field.clear();
    }

    spacing: Theme.space8
    onPageChanged: field.clear()

    SectionTitle {
        text: qsTr("Labels")
    }
    Flow {
        visible: part.page.labels.length > 0
        spacing: Theme.space4
        Layout.fillWidth: true

        Repeater {
            model: part.page.labels

            LabelChip {
                required property string modelData

                label: modelData
                onRemoved: {
                    field.forceActiveFocus(Qt.TabFocusReason); // the chip goes, the focus stays here
                    part.page.removeLabel(label);
                }
            }
        }
    }
    RowLayout {
        spacing: Theme.space8

        TextField {
            id: field
            objectName: "label"
            implicitWidth: 60
            implicitHeight: Theme.controlHeight
            placeholderText: qsTr("Add a label")
            maximumLength: 50
            Accessible.name: qsTr("New label")
            onAccepted: part.add()
            Layout.fillWidth: true
        }
        Button {
            objectName: "addLabel"
            text: qsTr("Add")
            Accessible.name: qsTr("Add the label")
            enabled: part.page.mayLabel(field.text)
            onClicked: part.add()
        }
    }
}

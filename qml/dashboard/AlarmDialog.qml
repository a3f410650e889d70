// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Beyond which numbers a figure asks for attention.
Dialog {
    id: dialog

    required property DashboardModel dashboard
    required property string figure
    required property string label
    required property string unit

    readonly property string unitText: unit === "minutes" ? qsTr("In minutes") : unit === "percent" ? qsTr("In per cent") : ""

    title: qsTr("Alarm: %1").arg(label)
    confirmText: qsTr("Save")
    confirmEnabled: above.problem === "" && below.problem === ""
    onConfirmed: dashboard.setAlarm(figure, above.text, below.text, sounds.checked)
    onOpened: above.field.forceActiveFocus()
    Component.onCompleted: {
        const bounds = dashboard.alarmOf(figure);
        above.text = bounds.above;
        below.text = bounds.below;
        sounds.checked = bounds.sounds;
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12

        Label {
            text: qsTr("The tile turns red and you are told, also while you do something else. It looks at the days and the owner that the dashboard showed last. Nothing: no alarm.")
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        FormField {
            id: above
            objectName: "above"
            label: qsTr("When it is above")
            help: dialog.unitText
            problem: dialog.dashboard.problemWithBound(text)
            onAccepted: dialog.confirm()
            Layout.fillWidth: true
        }
        FormField {
            id: below
            objectName: "below"
            label: qsTr("When it is below")
            help: dialog.unitText
            problem: dialog.dashboard.problemWithBound(text)
            onAccepted: dialog.confirm()
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true

            CheckBox {
                id: sounds
                objectName: "sounds"
                text: qsTr("With a sound")
            }
            Label {
                text: sounds.text
                font: Theme.label
                Layout.fillWidth: true
            }
        }
    }
}

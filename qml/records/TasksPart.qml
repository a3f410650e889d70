// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What is to be done about a record: ticked off here, with a line for one more.
ColumnLayout {
    id: part

    required property RelatedRecordsModel tasks
    required property Crm crm
    required property string about // a record
    required property BegunRecord begun
    property bool openOnly: false  // those that are done are left out

    readonly property string problem: crm.problemWith("task", "due", begun.due)

    function add() {
        if (begun.text.trim() !== "" && problem === "")
            begun.kept(crm.addTask(about, begun.text, begun.due));
    }

    onBegunChanged: Composition.discard() // it belongs to the record before

    spacing: Theme.space4

    SectionTitle {
        text: qsTr("Tasks")
        Layout.fillWidth: true
    }
    Repeater {
        model: part.tasks

        RowLayout {
            id: task

            required property string record
            required property string title
            required property string due
            required property string detail
            required property bool done
            required property bool open
            required property bool overdue
            required property bool waiting

            visible: open || !part.openOnly
            spacing: Theme.space8
            Layout.fillWidth: true

            CheckBox {
                checked: task.done
                text: task.due === "" ? task.title : qsTr("%1, due %2").arg(task.title).arg(task.due)
                Accessible.description: task.detail
                onToggled: part.crm.setDone(task.record, checked)
            }
            Label {
                text: task.title
                font.family: Theme.label.family
                font.pixelSize: Theme.label.pixelSize
                font.strikeout: task.done
                color: task.done ? Theme.colors.text2 : Theme.colors.text
                Layout.fillWidth: true
            }
            Icon {
                visible: task.waiting
                name: "clock"
                size: Theme.iconSmall
            }
            Chip {
                visible: task.due !== "" && !task.done
                text: task.overdue ? qsTr("Overdue: %1").arg(task.due) : task.due
                ink: task.overdue ? Theme.colors.error : Theme.colors.warn
                ground: task.overdue ? Theme.colors.errorSoft : Theme.colors.warnSoft
                Layout.maximumWidth: part.width * 0.45
            }
        }
    }
    RowLayout {
        spacing: Theme.space4

        TextField {
            id: what
            objectName: "task"
            implicitWidth: 60
            implicitHeight: Theme.controlHeight
            font: Theme.label
            text: part.begun.text
            placeholderText: qsTr("Another task")
            maximumLength: 200
            onTextChanged: part.begun.text = text
            onAccepted: part.add()
            Layout.fillWidth: true
        }
        TextField {
            id: due
            objectName: "due"
            implicitWidth: 96
            implicitHeight: Theme.controlHeight
            font: Theme.label
            text: part.begun.due
            placeholderText: qsTr("Due")
            onTextChanged: part.begun.due = text
            wrong: part.problem !== ""
            Accessible.name: qsTr("Day on which it is due")
            Accessible.description: part.problem
            onAccepted: part.add()
        }
        Button {
            objectName: "add"
            text: qsTr("Add")
            Accessible.name: qsTr("Add the task")
            enabled: what.text.trim() !== "" && part.problem === ""
            onClicked: part.add()
        }
    }
    Label {
        objectName: "problem"
        visible: text !== ""
        text: part.problem
        font: Theme.small
        color: Theme.colors.error
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
}

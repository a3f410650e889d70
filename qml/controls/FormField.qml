// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Theme

// A named field with a line below for help or for what is wrong with it.
ColumnLayout {
    id: control

    required property string label
    property string help: ""
    property string problem: ""
    property alias text: field.text
    property alias placeholder: field.placeholderText
    property alias echoMode: field.echoMode
    property alias field: field

    signal accepted
    signal edited // by a key

    spacing: Theme.space4

    Label {
        text: control.label
        font: Theme.labelStrong
        Layout.fillWidth: true
    }
    TextField {
        id: field
        Layout.fillWidth: true
        wrong: control.problem !== ""
        Accessible.name: control.label
        Accessible.description: control.problem === "" ? control.help : control.problem
        onAccepted: control.accepted()
        onTextEdited: control.edited()
    }
    Label {
        visible: text !== ""
        text: control.problem === "" ? control.help : control.problem
        color: control.problem === "" ? Theme.colors.text3 : Theme.colors.error
        font: Theme.small
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
}

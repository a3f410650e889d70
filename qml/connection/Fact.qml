// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One thing that is known, beside its name; nothing where nothing is known.
RowLayout {
    id: fact

    required property string name
    required property string value
    property color ink: Theme.colors.text

    visible: value !== ""
    spacing: Theme.space12
    Accessible.role: Accessible.StaticText
    Accessible.name: name + ": " + value
    Layout.fillWidth: true

    Label {
        text: fact.name
        font: Theme.label
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        Accessible.ignored: true
        Layout.preferredWidth: 132
        Layout.alignment: Qt.AlignTop
    }
    Label {
        text: fact.value
        font: Theme.label
        color: fact.ink
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
        Layout.fillWidth: true
    }
}

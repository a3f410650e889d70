// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// One thing that is known, beside its name; nothing where nothing is known.
Item {
    id: fact

    required property string name
    required property string value
    property color ink: Theme.colors.text

    visible: value !== ""
    implicitHeight: Math.max(title.implicitHeight, words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: name + ": " + value
    Layout.fillWidth: true

    Label {
        id: title
        anchors.left: parent.left
        width: 132
        text: fact.name
        font: Theme.label
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
    }
    Label {
        id: words
        anchors.left: title.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space12
        text: fact.value
        font: Theme.label
        color: fact.ink
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Which rows of a file cannot be imported, and why.
ListView {
    id: list
    objectName: "problems"

    required property ImportModel files

    implicitHeight: Math.min(contentHeight, 220)
    visible: count > 0
    clip: true
    spacing: Theme.space4
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    model: files.problems
    ScrollBar.vertical: ScrollBar { }
    Accessible.role: Accessible.List
    Accessible.name: qsTr("What is wrong")

    delegate: RowLayout {
        required property string line
        required property string words

        width: ListView.view.width - Theme.space12
        spacing: Theme.space12
        Accessible.role: Accessible.ListItem
        Accessible.name: line + ": " + words

        Label {
            text: parent.line
            font: Theme.label
            color: Theme.colors.text2
            Layout.preferredWidth: 80
            Layout.alignment: Qt.AlignTop
        }
        Label {
            text: parent.words
            font: Theme.label
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }
}

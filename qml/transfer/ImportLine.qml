// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// How far an import is that is running while one does something else, or that it has ended; nothing when there is none.
RowLayout {
    id: line

    required property ImportModel files

    readonly property bool running: files.step === ImportModel.Running

    readonly property bool ended: files.step === ImportModel.Finished

    signal shown

    visible: running || ended
    spacing: Theme.space8

    Spinner {
        visible: line.running
        size: 16
    }
    Label {
        objectName: "importing"
        text: line.running ? qsTr("Importing %1: %2 %").arg(line.files.fileName).arg(Math.round(line.files.progress * 100))
            : line.files.problem !== "" || !line.files.complete ? qsTr("The import of %1 did not come to its end.").arg(line.files.fileName)
            : line.files.wrong > 0 ? qsTr("%1 is imported, but for %n rows.", "", line.files.wrong).arg(line.files.fileName) : qsTr("%1 is imported.").arg(line.files.fileName)
        font: Theme.label
        color: Theme.colors.text2
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Button {
        objectName: "showImport"
        kind: Button.Quiet
        text: qsTr("Show")
        onClicked: line.shown()
    }
    Item {
        Layout.fillWidth: true
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme
import Frontdesk.Transfer

// A chart into a file: its figures as CSV, or what is seen of it as a picture.
Dialog {
    id: dialog

    required property DashboardModel dashboard
    required property string card
    required property string label
    required property ChartFrame frame
    required property bool asPicture

    property string problem: ""

    function save() {
        problem = "";
        if (!asPicture) {
            problem = dashboard.saveCsv(card, file.text);
            if (problem === "")
                close();
            return;
        }
        const path = dashboard.fileOf(file.text);
        frame.grabToImage(result => {
            if (result.saveToFile(path))
                dialog.close();
            else
                dialog.problem = qsTr("%1 cannot be written. Its name has to end in .png.").arg(path);
        });
    }

    stays: true
    onConfirmed: save()
    title: asPicture ? qsTr("Save “%1” as a picture").arg(label) : qsTr("Save “%1” as CSV").arg(label)
    confirmText: dashboard.isThere(file.text) ? qsTr("Replace the file") : qsTr("Save")
    width: Math.min(560, (parent ? parent.width : 580) - 2 * Theme.space16)
    onOpened: file.field.forceActiveFocus()
    Component.onCompleted: file.text = dashboard.suggestedFile(label, asPicture ? "png" : "csv")

    FileField {
        id: file
        objectName: "file"
        anchors.left: parent.left
        anchors.right: parent.right
        saves: true
        label: qsTr("File")
        problem: dialog.problem
        nameFilters: [dialog.asPicture ? "PNG (*.png)" : "CSV (*.csv)"]
        onEdited: dialog.problem = ""
        onChosen: address => text = dialog.dashboard.fileOf(address)
        onAccepted: dialog.confirm()
    }
}

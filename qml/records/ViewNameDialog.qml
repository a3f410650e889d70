// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// What a view is called: a new one, or the present one from now on.
Dialog {
    id: dialog

    required property SavedViewsModel views
    required property bool another

    title: another ? qsTr("Save as a new view") : qsTr("Rename the view")
    confirmText: another ? qsTr("Save") : qsTr("Rename")
    confirmEnabled: views.problemWith(field.text) === ""
    onConfirmed: {
        if (another)
            views.saveAs(field.text);
        else
            views.rename(field.text);
    }
    onAboutToShow: field.text = another ? "" : views.currentName // once: a colleague's name for it does not replace what is typed
    onOpened: {
        field.field.forceActiveFocus();
        field.field.selectAll();
    }

    FormField {
        id: field
        anchors.left: parent.left
        anchors.right: parent.right
        label: qsTr("Name")
        help: dialog.another ? qsTr("Everybody in the team can choose it.") : ""
        problem: text === "" ? "" : dialog.views.problemWith(text)
        onAccepted: dialog.confirm()
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// An import step by step. Closing it stops nothing that is running.
Dialog {
    id: dialog

    required property Crm crm
    required property string kind

    readonly property ImportModel files: crm.fileImport
    readonly property bool atFile: files.step === ImportModel.File
    readonly property bool atColumns: files.step === ImportModel.Columns
    readonly property bool atTrial: files.step === ImportModel.Trial
    readonly property bool running: files.step === ImportModel.Running
    readonly property bool ended: files.step === ImportModel.Finished
    readonly property bool canGoOn: ended && !files.complete

    title: files.kind === "company" ? qsTr("Import companies") : files.kind === "deal" ? qsTr("Import deals") : qsTr("Import contacts")
    width: Math.min(680, (parent ? parent.width : 700) - 2 * Theme.space16)
    onAboutToShow: { // one that nobody has looked at is shown first
        if (!running && !ended)
            files.begin(kind);
    }
    onAboutToHide: {
        if (ended)
            files.begin(kind);
    }
    onOpened: (fileStep.item as ImportFileStep)?.takeFocus()

    function next() {
        if (atFile)
            files.choose((fileStep.item as ImportFileStep).text);
        else if (atColumns)
            files.tryOut();
        else if (atTrial)
            files.run();
        else if (canGoOn)
            files.goOn();
        else
            close();
    }

    footer: RowLayout {
        spacing: Theme.space8

        Button {
            objectName: "back"
            visible: dialog.atColumns || dialog.atTrial
            text: qsTr("Back")
            onClicked: dialog.files.back()
            Layout.leftMargin: Theme.space20
            Layout.bottomMargin: Theme.space20
        }
        Item { Layout.fillWidth: true }
        Button {
            objectName: "cancelImport"
            visible: dialog.running
            destructive: true
            text: qsTr("Cancel the import")
            onClicked: dialog.files.cancel()
            Layout.bottomMargin: Theme.space20
        }
        Button {
            visible: !dialog.running && (!dialog.ended || dialog.canGoOn)
            text: dialog.ended ? qsTr("Close") : qsTr("Cancel")
            onClicked: dialog.close()
            Layout.bottomMargin: Theme.space20
        }
        Button {
            objectName: "next"
            kind: Button.Primary
            busy: dialog.files.busy && !dialog.running
            enabled: !busy && !(dialog.atTrial && (dialog.files.problem !== "" || dialog.files.made === 0))
            text: dialog.atFile ? qsTr("Next") : dialog.atColumns ? qsTr("Try out") : dialog.atTrial ? qsTr("Import %n rows", "", dialog.files.made)
                : dialog.canGoOn ? qsTr("Go on") : qsTr("Close")
            onClicked: {
                if (enabled)
                    dialog.next();
            }
            Layout.rightMargin: Theme.space20
            Layout.bottomMargin: Theme.space20
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Lazy {
            id: fileStep
            active: dialog.atFile
            visible: active
            implicitHeight: item?.implicitHeight ?? 0
            Layout.fillWidth: true

            ImportFileStep {
                anchors.fill: parent
                files: dialog.files
            }
        }
        Lazy {
            active: dialog.atColumns
            visible: active
            implicitHeight: item?.implicitHeight ?? 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            ImportColumnsStep {
                anchors.fill: parent
                files: dialog.files
            }
        }
        Lazy {
            active: dialog.atTrial || dialog.running || dialog.ended
            visible: active
            implicitHeight: item?.implicitHeight ?? 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            ImportRunStep {
                anchors.fill: parent
                files: dialog.files
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme
import Frontdesk.Transfer

// Everybody the team deals with, people and companies, and the one that is open beside them. Where there is no room for both they take turns.
Item {
    id: view

    required property Workspace workspace
    required property Settings settings

    readonly property Crm crm: workspace.crm
    property string kind: "contact"
    readonly property RecordTableModel records: kind === "company" ? crm.companies : crm.contacts
    readonly property bool wide: width >= 900
    readonly property bool open: crm.current !== null
    readonly property RecordMerge merge: crm.merge

    onMergeChanged: {
        if (merge)
            (mergeDialog.createObject(view, { merge: merge }) as MergeDialog).open();
    }

    function create() {
        (newRecord.createObject(view) as NewRecordDialog).open();
    }

    function takeFocus() {
        search.forceActiveFocus();
    }

    // To where the keyboard was among the rows, or to the first of what is there.
    function takeRows() {
        rows.forceActiveFocus(Qt.TabFocusReason);
        if (Window.activeFocusItem === rows)
            table.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.window
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            visible: view.wide || !view.open
            spacing: Theme.space16
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.space20

            RowLayout {
                spacing: Theme.space12
                Layout.fillWidth: true

                Label {
                    text: view.kind === "company" ? qsTr("Companies") : qsTr("Contacts")
                    font: Theme.heading
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Label {
                    text: Number(view.records.count).toLocaleString(Qt.locale(), "f", 0)
                    font: Theme.body
                    color: Theme.colors.text2
                    Layout.fillWidth: true
                }
                Button {
                    objectName: "create"
                    kind: Button.Primary
                    iconName: "plus"
                    text: view.kind === "company" ? qsTr("Company") : qsTr("Contact")
                    Accessible.name: view.kind === "company" ? qsTr("New company") : qsTr("New contact")
                    onClicked: view.create()
                }
            }
            Flow {
                spacing: Theme.space8
                Layout.fillWidth: true

                Segmented {
                    name: qsTr("People or companies")
                    value: view.kind
                    options: [{ value: "contact", text: qsTr("People") }, { value: "company", text: qsTr("Companies") }]
                    onChosen: value => view.kind = value
                }
                SearchField {
                    id: search
                    objectName: "search"
                    width: 240
                    placeholderText: qsTr("Filter")
                    text: view.records.text
                    onTextEdited: view.records.text = text
                    onTextChanged: { // Escape and the clear button
                        if (text === "")
                            view.records.text = "";
                    }
                }
                TableBar {
                    crm: view.crm
                    records: view.records
                    allText: view.kind === "company" ? qsTr("All companies") : qsTr("All contacts")
                }
                Button {
                    objectName: "duplicates"
                    visible: !view.records.bin
                    text: qsTr("Find duplicates")
                    onClicked: (duplicates.createObject(view) as DuplicatesDialog).open()
                }
                TransferButton {
                    id: files
                    objectName: "files"
                    crm: view.crm
                    kind: view.kind
                }
                Button {
                    iconName: "trash-2"
                    text: view.records.bin ? qsTr("Leave the bin") : qsTr("Bin")
                    onClicked: view.records.bin = !view.records.bin
                }
            }
            ImportLine {
                files: view.crm.fileImport
                onShown: files.importFile()
                Layout.fillWidth: true
            }
            UndoLine {
                crm: view.crm
                Layout.fillWidth: true
            }
            SelectionBar {
                crm: view.crm
                records: view.records
                Layout.fillWidth: true
            }
            FocusScope {
                id: rows // keeps which row had the keyboard

                Layout.fillWidth: true
                Layout.fillHeight: true

                RecordTable {
                    id: table
                    anchors.fill: parent
                    records: view.records
                    settings: view.settings
                    name: view.kind === "company" ? qsTr("Companies") : qsTr("Contacts")
                    current: view.crm.current?.record ?? ""
                    onOpened: record => view.crm.open(record)
                }
                EmptyState {
                    visible: view.records.loaded && view.records.count === 0
                    anchors.fill: parent
                    iconName: "contact"
                    title: view.records.bin ? qsTr("The bin is empty") : view.records.filtered ? qsTr("Nobody matches") : view.kind === "company" ? qsTr("No companies yet") : qsTr("No contacts yet")
                    text: view.records.filtered || view.records.bin ? "" : qsTr("Whom you add is there at once, also without a connection.")
                    actionText: view.records.filtered ? qsTr("Show all") : view.records.bin ? "" : view.kind === "company" ? qsTr("New company") : qsTr("New contact")
                    onTriggered: {
                        if (view.records.filtered)
                            view.records.clearFilters();
                        else
                            view.create();
                    }
                }
            }
        }
        Divider {
            visible: view.open && view.wide
            Layout.fillHeight: true
        }
        Lazy {
            active: view.open
            visible: view.open
            implicitWidth: view.wide ? 360 : 0
            Layout.fillWidth: !view.wide
            Layout.fillHeight: true

            RecordDetails {
                objectName: "record"
                anchors.fill: parent
                crm: view.crm
                page: view.crm.current
                canGoBack: !view.wide
                onClosed: {
                    view.crm.close();
                    view.takeRows();
                }
                onRecordOpened: record => view.crm.open(record)
            }
        }
    }

    Component {
        id: newRecord

        NewRecordDialog {
            crm: view.crm
            kind: view.kind
            onRecordOpened: record => view.crm.open(record)
            onClosed: destroy()
        }
    }
    Component {
        id: duplicates

        DuplicatesDialog {
            crm: view.crm
            kind: view.kind
            onClosed: destroy()
        }
    }
    Component {
        id: mergeDialog

        MergeDialog {
            onClosed: {
                view.crm.startMerge([]);
                destroy();
            }
        }
    }
}

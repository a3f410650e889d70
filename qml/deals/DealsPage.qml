// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme
import Frontdesk.Transfer

// The deals of a pipeline, stage by stage, and the one that is open beside them.
Item {
    id: view

    required property Workspace workspace
    required property Settings settings

    readonly property Crm crm: workspace.crm
    readonly property DealBoardModel board: crm.board
    property string shown: "board" // or "list"
    property string boardsText: "" // of the board when it came into sight
    readonly property bool wide: width >= 900
    readonly property bool open: crm.current !== null
    readonly property Item focused: Window.activeFocusItem
    property string followed: "" // the deal that a key has moved: the keyboard goes where it goes
    property string leaving: ""  // the stage in which it still is

    onFocusedChanged: {
        if (focused !== area && (focused as DealCard)?.record !== followed)
            followed = "";
    }

    // A lost one is asked for the reason first; it moves when that is told.
    function move(deal: string, stage: string, from: string) {
        if (stage === "" || deal === "")
            return;
        if (board.kindOf(stage) === "lost") {
            const dialog = lost.createObject(view) as LostDialog;
            dialog.decided.connect(reason => put(deal, stage, reason, from));
            dialog.closed.connect(() => area.forceActiveFocus(from === "" ? Qt.OtherFocusReason : Qt.TabFocusReason));
            dialog.open();
        } else {
            put(deal, stage, "", from);
        }
    }

    function put(deal: string, stage: string, reason: string, from: string) {
        if (from !== "") {
            followed = deal;
            leaving = from;
        }
        board.move(deal, stage, reason);
    }

    // By a key: to the stage beside its own, which comes into sight. While one is on its way no other goes.
    function moveBy(deal: string, from: string, place: int, by: int) {
        if (followed !== "" && (followed !== deal || leaving === from))
            return;
        move(deal, board.stageBeside(from, by), from);
        columns.positionViewAtIndex(Math.max(0, Math.min(columns.count - 1, place + by)), ListView.Contain);
    }

    // What is typed narrows what is shown; the other shows the same when it is chosen. A list may have a text of its own,
    // that of a view: it stays unless one has typed another.
    function narrow(text: string) {
        if (shown === "list")
            crm.deals.text = text;
        else
            board.text = text;
    }

    function show(wanted: string) {
        const text = search.text;
        const isNews = shown === "list" || text !== boardsText;
        shown = wanted;
        if (isNews)
            narrow(text);
        boardsText = board.text;
    }

    // To where the keyboard was among the deals, or to the first of what is there.
    function takeDeals() {
        area.forceActiveFocus(Qt.TabFocusReason);
        if (focused === area)
            area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
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

            Flow {
                spacing: Theme.space12
                Layout.fillWidth: true

                Label {
                    height: Theme.controlHeight
                    text: qsTr("Deals")
                    font: Theme.heading
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Label {
                    visible: view.board.openText !== ""
                    height: Theme.controlHeight
                    text: qsTr("%1 open · %2 weighted").arg(view.board.openText).arg(view.board.weightedText)
                    font: Theme.label
                    color: Theme.colors.text2
                }
                Segmented {
                    objectName: "shown"
                    name: qsTr("Board or list")
                    value: view.shown
                    options: [{ value: "board", text: qsTr("Board") }, { value: "list", text: qsTr("List") }]
                    onChosen: value => view.show(value)
                }
                Segmented {
                    visible: view.shown === "board" && view.board.pipelines.length > 1
                    name: qsTr("Pipeline")
                    value: view.board.pipeline
                    options: view.board.pipelines
                    onChosen: value => view.board.pipeline = value
                }
                SearchField {
                    id: search
                    objectName: "search"
                    width: 200
                    placeholderText: qsTr("Filter")
                    text: view.shown === "list" ? view.crm.deals.text : view.board.text
                    onTextEdited: view.narrow(text)
                    onTextChanged: { // Escape and the clear button
                        if (text === "")
                            view.narrow("");
                    }
                }
                TableBar {
                    visible: view.shown === "list"
                    crm: view.crm
                    records: view.crm.deals
                    allText: qsTr("All deals")
                }
                Button {
                    visible: view.shown === "board"
                    iconName: "user"
                    text: view.board.ofEverybody ? qsTr("Only mine") : qsTr("Of everybody")
                    onClicked: {
                        if (view.board.ofEverybody)
                            view.board.showOnly(view.workspace.myId);
                        else
                            view.board.showAll();
                    }
                }
                TransferButton {
                    id: files
                    objectName: "files"
                    crm: view.crm
                    kind: "deal"
                    onExporting: view.show("list") // of which the file is made
                }
                Button {
                    kind: Button.Primary
                    iconName: "plus"
                    text: qsTr("Deal")
                    Accessible.name: qsTr("New deal")
                    onClicked: (newDeal.createObject(view) as NewRecordDialog).open()
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
            Lazy {
                active: view.shown === "list"
                visible: (item as SelectionBar)?.needed ?? false
                implicitHeight: item?.implicitHeight ?? 0
                Layout.fillWidth: true

                SelectionBar {
                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    crm: view.crm
                    records: view.crm.deals
                }
            }
            FocusScope {
                id: area // keeps which of the deals had the keyboard, and has it itself while one is on its way

                Layout.fillWidth: true
                Layout.fillHeight: true

                Lazy {
                    active: view.shown === "list"
                    anchors.fill: parent

                    RecordTable {
                        objectName: "table"
                        anchors.fill: parent
                        records: view.crm.deals
                        settings: view.settings
                        name: qsTr("Deals")
                        current: view.crm.current?.record ?? ""
                        onOpened: record => view.crm.open(record)
                    }
                }
                ListView {
                    id: columns
                    objectName: "columns"

                    visible: view.shown === "board"

                    readonly property int columnWidth: Math.max(220, Math.floor((width - (count - 1) * spacing) / Math.max(1, count)))

                    anchors.fill: parent
                    orientation: ListView.Horizontal
                    spacing: Theme.space12
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    cacheBuffer: 0 // as in a RecordTable
                    model: view.board
                    ScrollBar.horizontal: ScrollBar { }
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Stages")

                    delegate: DealColumn {
                        required property int index

                        width: columns.columnWidth
                        height: columns.height
                        board: area
                        followed: stage === view.leaving ? "" : view.followed
                        onDealOpened: deal => view.crm.open(deal)
                        onDropped: deal => view.move(deal, stage, "")
                        onMoveAsked: (deal, by) => view.moveBy(deal, stage, index, by)
                        onCardLeft: deal => {
                            if (deal !== view.followed)
                                return;
                            columns.focus = false;
                            view.leaving = "";
                        }
                    }
                }
                EmptyState {
                    visible: columns.visible && columns.count === 0
                    anchors.fill: parent
                    iconName: "kanban"
                    title: qsTr("There is no pipeline yet")
                    text: view.crm.setup.allowed ? qsTr("Define the stages that deals go through in the settings.") : qsTr("A manager or an admin defines the stages that deals go through.")
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
                    view.takeDeals();
                }
                onRecordOpened: record => view.crm.open(record)
            }
        }
    }

    Component {
        id: newDeal

        NewRecordDialog {
            crm: view.crm
            kind: "deal"
            values: ({ place: view.board.beginning })
            onClosed: destroy()
        }
    }
    Component {
        id: lost

        LostDialog { }
    }
}

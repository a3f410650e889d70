// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Search
import Frontdesk.Theme

// Goes to any conversation, person, action, record or message by what one types; up, down and Enter do the rest. Messages come last: they arrive a moment later and
// must not push away what Enter is about to open.
T.Popup {
    id: finder

    required property Workspace workspace
    required property Settings settings

    property int currentRow: 0

    readonly property int messageRows: messages.asked ? messages.count : 0
    readonly property int recordRows: records.text.trim() === "" ? 0 : recordRepeater.count
    readonly property int rows: names.count + actions.length + recordRows + messageRows
    readonly property SearchModel messages: workspace.quickSearch
    readonly property FoundRecordsModel records: workspace.crm.found
    readonly property var allActions: [
        { name: qsTr("New conversation…"), icon: "plus", keys: qsTr("Ctrl N"), run: () => newConversationChosen() },
        { name: qsTr("Search messages…"), icon: "search", keys: qsTr("Ctrl Shift F"), run: () => searchChosen() },
        { name: qsTr("Go to Inbox"), icon: "inbox", keys: qsTr("Ctrl 1"), run: () => placeChosen("inbox") },
        { name: qsTr("Go to Team"), icon: "users", keys: qsTr("Ctrl 2"), run: () => placeChosen("team") },
        { name: qsTr("Go to Contacts"), icon: "contact", keys: qsTr("Ctrl 3"), run: () => placeChosen("contacts") },
        { name: qsTr("Go to Deals"), icon: "kanban", keys: qsTr("Ctrl 4"), run: () => placeChosen("deals") },
        { name: qsTr("Go to Dashboard"), icon: "chart-column", keys: qsTr("Ctrl 5"), run: () => placeChosen("dashboard") },
        { name: qsTr("Go to Activity"), icon: "activity", keys: qsTr("Ctrl 6"), run: () => placeChosen("activity") },
        { name: qsTr("Go to Settings"), icon: "settings", keys: qsTr("Ctrl 7"), run: () => placeChosen("settings") },
        { name: qsTr("Import contacts…"), icon: "contact", keys: "", run: () => importChosen("contact") },
        { name: qsTr("Import companies…"), icon: "contact", keys: "", run: () => importChosen("company") },
        { name: qsTr("Import deals…"), icon: "kanban", keys: "", run: () => importChosen("deal") },
        { name: qsTr("Export contacts…"), icon: "contact", keys: "", run: () => exportChosen("contact") },
        { name: qsTr("Export companies…"), icon: "contact", keys: "", run: () => exportChosen("company") },
        { name: qsTr("Export deals…"), icon: "kanban", keys: "", run: () => exportChosen("deal") },
        { name: qsTr("Set status: Online"), icon: "user", keys: "", run: () => workspace.ownPresence = "online" },
        { name: qsTr("Set status: Away"), icon: "user", keys: "", run: () => workspace.ownPresence = "away" },
        { name: qsTr("Set status: Do not disturb"), icon: "user", keys: "", run: () => workspace.ownPresence = "dnd" },
        { name: Theme.dark ? qsTr("Switch to light") : qsTr("Switch to dark"), icon: "sun-moon", keys: "", run: () => settings.theme = Theme.dark ? "light" : "dark" },
        workspace.connection.online
            ? { name: qsTr("Go offline"), icon: "wifi-off", keys: "", run: () => workspace.connection.goOffline() }
            : { name: qsTr("Reconnect now"), icon: "wifi", keys: "", run: () => workspace.connection.reconnectNow() }
    ]
    readonly property var actions: !visible ? [] : allActions.filter(action => action.name.toLowerCase().includes(search.text.trim().toLowerCase()))

    signal conversationChosen
    signal placeChosen(string place)
    signal newConversationChosen
    signal searchChosen
    signal recordChosen(string record)
    signal importChosen(string kind)
    signal exportChosen(string kind)

    function ask() {
        search.clear();
        currentRow = 0;
        open();
        search.forceActiveFocus();
    }

    function write(text: string) {
        search.text = text;
    }

    function itemAt(row: int): ListRow {
        if (row < names.count)
            return names.itemAt(row);
        if (row < names.count + actions.length)
            return actionRepeater.itemAt(row - names.count) as ListRow;
        if (row < names.count + actions.length + recordRows)
            return recordRepeater.itemAt(row - names.count - actions.length) as ListRow;
        return messageRepeater.itemAt(row - names.count - actions.length - recordRows) as ListRow;
    }

    function move(by: int) {
        if (rows === 0)
            return;
        currentRow = (currentRow + by + rows) % rows;
        const item = itemAt(currentRow);
        if (!item)
            return;
        const top = item.mapToItem(results, 0, 0).y;
        if (top < flickable.contentY)
            flickable.contentY = currentRow === 0 ? 0 : top;
        else if (top + item.height > flickable.contentY + flickable.height)
            flickable.contentY = top + item.height - flickable.height;
    }

    function accept() {
        const item = itemAt(currentRow);
        if (item)
            item.clicked();
    }

    component PaletteTitle: SectionTitle {
        leftPadding: Theme.space12
        height: 32
    }

    parent: T.Overlay.overlay
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? Math.max(Theme.space16, Math.min(130, parent.height * 0.14)) : 0
    width: Math.min(640, (parent ? parent.width : 640) - 2 * Theme.space16)
    height: Math.min(implicitHeight, (parent ? parent.height : 640) - y - Theme.space16)
    implicitHeight: contentHeight
    modal: true
    focus: true
    onClosed: {
        messages.text = "";
        records.text = "";
    }

    T.Overlay.modal: Rectangle {
        color: Theme.colors.scrim
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.colors.raised
        border.width: 1
        border.color: Theme.colors.line

        Shadow { }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fast; easing.type: Theme.easing }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.preferredHeight: 52
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space16

            Icon {
                name: "search"
            }
            TextField {
                id: search
                placeholderText: qsTr("Search or jump to anything")
                leftPadding: 0
                font: Theme.large
                background: null
                onTextChanged: {
                    finder.currentRow = 0;
                    finder.messages.text = text;
                    finder.records.text = text;
                }
                onAccepted: finder.accept()
                Keys.onDownPressed: finder.move(1)
                Keys.onUpPressed: finder.move(-1)
                Layout.fillWidth: true
            }
            KeyHint {
                keys: qsTr("Esc")
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        Flickable {
            id: flickable

            implicitHeight: results.implicitHeight + 2 * Theme.space8
            contentHeight: implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Results")

            Column {
                id: results
                x: Theme.space8
                y: Theme.space8
                width: flickable.width - 2 * Theme.space8

                NameHits {
                    id: names
                    width: results.width
                    workspace: finder.workspace
                    text: search.text
                    active: finder.visible
                    conversationLimit: search.text.trim() === "" ? 6 : 4
                    personLimit: search.text.trim() === "" ? 3 : 4
                    currentRow: finder.currentRow
                    base: Theme.colors.raised
                    focusPolicy: Qt.NoFocus
                    onConversationChosen: conversationId => {
                        finder.close();
                        finder.workspace.openConversation(conversationId);
                        finder.conversationChosen();
                    }
                    onPersonChosen: (userId, isMe) => {
                        finder.close();
                        if (isMe) {
                            finder.placeChosen("settings");
                        } else {
                            finder.workspace.startDirect(userId);
                            finder.conversationChosen();
                        }
                    }
                }
                PaletteTitle {
                    visible: finder.actions.length > 0
                    text: qsTr("Actions")
                }
                Repeater {
                    id: actionRepeater
                    model: finder.actions

                    PaletteRow {
                        required property int index
                        required property var modelData

                        width: results.width
                        title: modelData.name
                        iconName: modelData.icon
                        keys: modelData.keys
                        highlighted: finder.currentRow === names.count + index
                        onClicked: {
                            const run = modelData.run; // closing takes the row away
                            finder.close();
                            run();
                        }
                    }
                }
                PaletteTitle {
                    visible: finder.recordRows > 0
                    text: qsTr("Contacts, companies, deals, tasks and their files")
                }
                Repeater {
                    id: recordRepeater
                    model: finder.records

                    NameRow {
                        required property int index
                        required property string record
                        required property string detail
                        required initials
                        required avatarKey

                        objectName: "recordHit" + index
                        width: results.width
                        base: Theme.colors.raised
                        focusPolicy: Qt.NoFocus
                        highlighted: finder.currentRow === names.count + finder.actions.length + index
                        marks: []
                        help: detail
                        onClicked: {
                            const chosen = record; // closing takes the row away
                            finder.close();
                            finder.recordChosen(chosen);
                        }
                    }
                }
                RowLayout {
                    visible: finder.messageRows > 0
                    width: results.width
                    spacing: Theme.space8

                    PaletteTitle {
                        text: qsTr("Messages")
                        Layout.fillWidth: true
                    }
                    Button {
                        objectName: "all"
                        visible: finder.messages.more
                        kind: Button.Quiet
                        text: qsTr("Show all")
                        onClicked: {
                            finder.workspace.search.text = search.text;
                            finder.close();
                            finder.searchChosen();
                        }
                    }
                }
                Repeater {
                    id: messageRepeater
                    model: finder.messageRows > 0 ? finder.messages : null

                    HitRow {
                        required property int index
                        required property string conversationId
                        required property int number

                        width: results.width
                        base: Theme.colors.raised
                        focusPolicy: Qt.NoFocus
                        highlighted: finder.currentRow === finder.rows - finder.messageRows + index
                        onClicked: {
                            const place = { conversation: conversationId, number: number };
                            finder.close();
                            finder.workspace.openMessage(place.conversation, place.number);
                            finder.conversationChosen();
                        }
                    }
                }
                EmptyState {
                    visible: finder.rows === 0
                    width: results.width
                    height: 180
                    iconName: "search"
                    busy: finder.messages.searching || finder.messages.searchingServer
                    title: busy ? qsTr("Searching") : qsTr("Nothing was found for “%1”").arg(search.text.trim())
                }
            }
        }
    }
}

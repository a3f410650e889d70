// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.People
import Frontdesk.Records
import Frontdesk.Theme

// Who is in the conversation, whom it is about, what it is labelled with, what has two values, and what can be changed about it.
Rectangle {
    id: pane

    required property Workspace workspace
    required property ConversationPage page

    signal closed
    signal recordOpened(string record)

    readonly property bool group: page.kind === "group"
    property Dialog dialog: null // about this conversation

    function show(component: Component, values: var): Dialog {
        dialog = component.createObject(pane, values) as Dialog;
        return dialog;
    }

    onPageChanged: {
        dialog?.close();
        members.contentY = -top.height;
    }

    color: Theme.colors.surface

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.margins: Theme.space20
            Layout.rightMargin: Theme.space12

            Avatar {
                initials: pane.page.initials
                colorKey: pane.page.avatarKey
                group: pane.group
                presence: pane.page.presence
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                Label {
                    text: pane.page.title
                    font: Theme.title
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    Layout.fillWidth: true
                }
                Label {
                    text: pane.page.subtitle
                    font: Theme.small
                    color: Theme.colors.text2
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Layout.fillWidth: true
                }
                Label {
                    visible: text !== ""
                    text: pane.page.about
                    font: Theme.small
                    color: Theme.colors.text2
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Layout.fillWidth: true
                }
            }
            IconButton {
                iconName: "x"
                text: qsTr("Close details")
                onClicked: pane.closed()
                Layout.alignment: Qt.AlignTop
            }
        }
        ListView {
            id: members
            objectName: "members"

            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: SteadyRows { source: pane.page.members }
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.space8
            Layout.rightMargin: Theme.space8
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People of this conversation")

            Column { // scrolls with the people; a header of the list does not work in bound components (Qt 6.4)
                id: top

                readonly property real room: width - leftPadding - rightPadding

                parent: members.contentItem
                y: -height
                width: members.width
                leftPadding: Theme.space12
                rightPadding: Theme.space12
                bottomPadding: Theme.space4
                spacing: Theme.space20
                onHeightChanged: { // what is looked at stays where it is
                    const y = members.contentY + members.topMargin - height;
                    members.topMargin = height;
                    members.contentY = Math.max(-height, Math.min(y, members.originY + members.contentHeight - members.height));
                }

                ConflictList {
                    width: top.room
                    conflicts: pane.page.conflicts
                }
                ContactPart {
                    width: top.room
                    crm: pane.workspace.crm
                    page: pane.page
                    onRecordOpened: record => pane.recordOpened(record)
                }
                LabelsPart {
                    width: top.room
                    page: pane.page
                }
                RowLayout {
                    width: top.room

                    SectionTitle {
                        text: qsTr("Mute")
                        Layout.fillWidth: true
                    }
                    Switch {
                        objectName: "mute"
                        text: qsTr("Mute: no alerts of new messages here")
                        checked: pane.page.muted
                        onToggled: pane.page.muted = checked
                    }
                }
                RowLayout {
                    width: top.room

                    SectionTitle {
                        text: qsTr("People")
                        Layout.fillWidth: true
                    }
                    Button {
                        visible: pane.group
                        kind: Button.Quiet
                        text: qsTr("Add")
                        Accessible.name: qsTr("Add people")
                        onClicked: (pane.show(addDialog, {}) as AddMembersDialog).ask()
                    }
                }
            }
            delegate: PersonRow {
                id: member

                property Menu menu: null // of this person; another may take the row

                function showMenu() {
                    menu = memberMenu.createObject(member) as Menu;
                    menu.popup();
                }

                width: ListView.view.width
                implicitHeight: 52
                enabled: !isMe
                onClicked: showMenu()
                onUserIdChanged: menu?.close()

                IconButton {
                    visible: !member.isMe && (member.hovered || member.visualFocus || visualFocus || member.menu)
                    iconName: "ellipsis"
                    text: qsTr("What to do with %1").arg(member.displayName)
                    onClicked: member.showMenu()
                }
                Component {
                    id: memberMenu

                    Menu {
                        onClosed: destroy()

                        MenuItem {
                            text: qsTr("Write to %1").arg(member.displayName)
                            iconName: "message-square"
                            onTriggered: pane.workspace.startDirect(member.userId)
                        }
                        MenuItem {
                            visible: pane.group
                            height: visible ? implicitHeight : 0
                            text: qsTr("Remove from the group")
                            iconName: "user-minus"
                            destructive: true
                            onTriggered: pane.show(removeDialog, { userId: member.userId, name: member.displayName })
                        }
                    }
                }
            }
        }
        Divider {
            visible: pane.group
            Layout.fillWidth: true
        }
        RowLayout {
            visible: pane.group
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.margins: Theme.space16

            Button {
                text: qsTr("Rename")
                iconName: "pencil"
                onClicked: (pane.show(renameDialog, {}) as RenameDialog).ask()
                Layout.fillWidth: true
            }
            Button {
                text: qsTr("Leave")
                iconName: "log-out"
                destructive: true
                onClicked: pane.show(leaveDialog, {})
                Layout.fillWidth: true
            }
        }
    }

    // Each is built for the one that is asked.
    Component {
        id: renameDialog

        RenameDialog {
            page: pane.page
            onClosed: destroy()
        }
    }
    Component {
        id: addDialog

        AddMembersDialog {
            workspace: pane.workspace
            page: pane.page
            onClosed: destroy()
        }
    }
    Component {
        id: leaveDialog

        Dialog {
            visible: true
            title: qsTr("Leave %1?").arg(pane.page.title)
            confirmText: qsTr("Leave")
            destructive: true
            onConfirmed: pane.page.leave()
            onClosed: destroy()

            Label {
                anchors.fill: parent
                text: qsTr("The conversation goes from your list, and you get no new messages. Somebody who stays can add you again.")
                font: Theme.body
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
    Component {
        id: removeDialog

        Dialog {
            required property string userId
            required property string name

            visible: true
            title: qsTr("Remove %1?").arg(name)
            confirmText: qsTr("Remove")
            destructive: true
            onConfirmed: pane.page.removeMember(userId)
            onClosed: destroy()

            Label {
                anchors.fill: parent
                text: qsTr("They keep nothing of this conversation and get no new messages from it.")
                font: Theme.body
                color: Theme.colors.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
}
